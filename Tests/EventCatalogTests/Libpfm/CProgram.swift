import Foundation
import Testing

/// A program made by the system's C compiler for a test.
struct CProgram {
  /// Where the program lies.
  let path: String
  private let folder: URL

  /// The compiler, or nil if there is none.
  static let compiler: String? = ["/usr/bin/gcc", "/usr/bin/cc", "/usr/bin/clang"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Compiles a source with the flags given, which come last.
  ///
  /// Debian's examples include a header of libpfm4 that Debian leaves out.
  init(source: String, flags: [String]) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("libpfm-\(UUID().uuidString)")
    let headers = folder.appendingPathComponent("perfmon")
    try FileManager.default.createDirectory(at: headers, withIntermediateDirectories: true)
    try "#include <err.h>\n".write(
      to: headers.appendingPathComponent("err.h"), atomically: true, encoding: .utf8)
    let file = folder.appendingPathComponent("source.c")
    try source.write(to: file, atomically: true, encoding: .utf8)
    path = folder.appendingPathComponent("program").path
    let arguments = ["-w", "-O1", "-I", folder.path, file.path, "-o", path] + flags
    _ = try Self.output(of: try #require(Self.compiler), arguments)
  }

  /// What the program prints.
  func output(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> String {
    try Self.output(of: path, arguments, environment: environment)
  }

  /// Removes everything that was made.
  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What a program prints that has to succeed.
  static func output(
    of program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed")
    return String(decoding: data, as: UTF8.self)
  }
}
