import Glibc

/// The few things that the benchmarks do with files.
enum FileSystem {
  /// The folder for inputs, beside the build products of this program.
  ///
  /// - Returns: The path of the folder, which exists.
  /// - Throws: An error if the program does not lie below a folder `.build`.
  static func cacheFolder() throws(BenchmarkError) -> String {
    let program: String = self.program
    guard let build = program.firstRange(of: "/.build/") else {
      throw BenchmarkError("\(program) does not lie below .build, so there is no place for inputs")
    }
    let folder: String = program[..<build.upperBound] + "inputs"
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw failure("made", folder) }
    return folder
  }

  /// The path of this program.
  static var program: String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether there is a file at a path.
  static func exists(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }

  /// Removes a file if it is there.
  static func remove(_ path: String) {
    _ = Glibc.remove(path)
  }

  /// Reads a file.
  ///
  /// - Parameter path: The path.
  /// - Returns: The file's bytes.
  /// - Throws: An error if the file cannot be read.
  static func read(_ path: String) throws(BenchmarkError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure("opened", path) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size: Int = ftell(file)
    rewind(file)
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    guard bytes.count == size else { throw failure("read", path) }
    return bytes
  }

  /// The text of a short file; empty if it cannot be read.
  static func text(of path: String) -> String {
    let file: Int32 = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
      count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The error of the C library's last call, which went wrong.
  static func failure(_ verb: String, _ path: String) -> BenchmarkError {
    BenchmarkError("\(path) cannot be \(verb): \(String(cString: strerror(errno)))")
  }
}

extension FileSystem {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - path: The path.
  /// - Throws: An error if the file cannot be written.
  static func write(_ text: String, to path: String) throws(BenchmarkError) {
    guard let file = fopen(path, "wb") else { throw failure("opened", path) }
    var text: String = text
    let written: Int = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, written == text.utf8.count else { throw failure("written", path) }
  }
}
