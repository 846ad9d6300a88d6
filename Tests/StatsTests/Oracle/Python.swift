import Foundation
import Testing

/// A Python interpreter that computes the same things in other ways.
enum Python {
  /// An interpreter for plain scripts.
  static let plain: String? = interpreter(that: "import fractions")

  /// An interpreter that has numpy and scipy.
  ///
  /// Debian's packages are seen by /usr/bin/python3 only, which need not be the
  /// first one on the path.
  static let scientific: String? = interpreter(that: "import numpy, scipy.stats")

  private static func interpreter(that runs: String) -> String? {
    ["python3", "/usr/bin/python3"].first { interpreter in
      (try? output(of: runs, by: interpreter, input: "")) != nil
    }
  }

  /// What a script prints, line by line, each line a row of numbers.
  static func rows(
    of script: String, by interpreter: String?, input: String
  ) throws -> [[Double]] {
    try output(of: script, by: #require(interpreter), input: input).split(separator: "\n").map {
      line in
      try line.split(separator: " ").map { try #require(Double($0)) }
    }
  }

  private static func output(
    of script: String, by interpreter: String, input: String
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("StatsTests-\(UUID().uuidString)")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter, "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 ended with an error")
    return String(decoding: data, as: UTF8.self)
  }
}
