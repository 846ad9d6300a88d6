import EventCatalog
import Foundation
import Testing

/// Files of other tools in the folder that the environment variable
/// PERF_EVENTS_SHARED names; whatever is found there is read.
enum GivenToolFiles {
  static let folder: String? = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"]
    .map { $0 + "/events" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

  static let reason: Comment = "PERF_EVENTS_SHARED names no folder with files of other tools"

  static var oprofile: OProfileSource { OProfileSource(root: (folder ?? "") + "/oprofile/events") }

  static var likwid: LIKWIDSource { LIKWIDSource(root: (folder ?? "") + "/likwid") }

  /// Every file of presets.
  static var papiFiles: [String] { files(below: "papi").filter { $0.hasSuffix(".csv") } }

  static func papi(_ path: String) -> PAPISource { PAPISource(path: path) { _ in [] } }

  static func files(below name: String) -> [String] {
    guard let folder else { return [] }
    let found: [String] = FileManager.default.subpaths(atPath: "\(folder)/\(name)") ?? []
    return found.sorted().map { "\(folder)/\(name)/\($0)" }
  }

  static func lines(_ path: String) throws -> [String] {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}

/// An interpreter that reads the same files in another way.
enum PythonReader {
  static let isThere: Bool = (try? output(of: "print(1)")) == "1\n"

  static let reason: Comment = "python3 is not there"

  /// What a script prints, line by line, each line in its fields between tabs.
  static func rows(of script: String, _ arguments: String...) throws -> [[String]] {
    try output(of: script, arguments).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func output(of script: String, _ arguments: [String] = []) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
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
