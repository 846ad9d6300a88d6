import Recordings

/// A perf.data file of at least 100 MiB, made once and kept below `.build`.
enum BigRecording {
  private static let size = 100 << 20

  /// Makes the file unless it is there.
  ///
  /// A few seconds of the whole machine under load are recorded with call chains
  /// and repeated until the file is large enough. Without a perf that may do that,
  /// made-up samples take their place.
  ///
  /// - Returns: The path of the file.
  /// - Throws: An error if the file cannot be written.
  static func path() throws(BenchmarkError) -> String {
    let folder: String = try FileSystem.cacheFolder()
    let path = "\(folder)/big.data"
    if !FileSystem.exists(path) {
      note("    making \(path)")
      try Worker.makeRecording.run(on: path)
    }
    return path
  }

  /// Makes the file.
  ///
  /// - Parameter path: Where to put it.
  /// - Throws: An error if the file cannot be written.
  static func make(at path: String) throws(BenchmarkError) {
    let recorded = "\(path).recorded"
    if record(to: recorded), let bytes: [UInt8] = try? FileSystem.read(recorded) {
      try FileSystem.write(repeatingRecords(of: bytes), to: path)
      FileSystem.remove(recorded)
    } else {
      let made = Recording.example(samples: 100_000)
      try FileSystem.write(repeatingRecords(of: made.file), to: path)
    }
  }

  /// Records processes that start, sort and end, on all CPUs.
  private static func record(to path: String) -> Bool {
    let load = "while :; do seq 20000 | sort -R | sort -n | tail -n 1; ls -R /usr/share; done"
    guard let perf = PerfTool.path else { return false }
    let measurement: Measurement? = try? ChildProcess.run([
      perf, "record", "-q", "-e", "cpu-clock", "-F", "5000", "-g", "-a", "-m", "1024",
      "-o", path, "--", "sh", "-c", "timeout 6 sh -c '\(load)'; true",
    ])
    return measurement != nil
  }

  /// A file with the same events and features and the records as often as needed.
  private static func repeatingRecords(of file: [UInt8]) -> [UInt8] {
    let dataOffset = Int(number(at: 40, of: file))
    let dataSize = Int(number(at: 48, of: file))
    let copies = (size - file.count) / dataSize + 2
    let growth = UInt64((copies - 1) * dataSize)

    var result = Bytes()
    result.append(bytes: Array(file[..<dataOffset]))
    result.replace(at: 48, by: UInt64(dataSize) + growth)
    let records = Array(file[dataOffset..<dataOffset + dataSize])
    for _ in 0..<copies { result.append(bytes: records) }

    // The table behind the records tells where the features are, further on now.
    var rest = Bytes()
    rest.append(bytes: Array(file[(dataOffset + dataSize)...]))
    let features: Int = (0..<4).reduce(0) { count, word in
      count + number(at: 72 + word * 8, of: file).nonzeroBitCount
    }
    for feature in 0..<features {
      let offset: UInt64 = number(at: feature * 16, of: rest.contents)
      rest.replace(at: feature * 16, by: offset + growth)
    }
    result.append(bytes: rest.contents)
    return result.contents
  }

  private static func number(at offset: Int, of bytes: [UInt8]) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64($1 * 8) }
  }
}
