import Foundation
import Testing

/// Trees of sysfs of other machines, in the folder that the environment variable
/// PERF_EVENTS_SHARED names.
enum SampleTrees {
  static let reason: Comment = "PERF_EVENTS_SHARED names no folder with trees of sysfs"

  private static let events: String? = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"]
    .map { $0 + "/events" }

  /// The folders that stand for `/sys`, by the name of the machine.
  static let roots: [String: String] = {
    guard let folder = events.map({ $0 + "/sysfs" }),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [:] }
    let pairs: [(String, String)] = names.map { ($0, "\(folder)/\($0)/sys") }
    return Dictionary(uniqueKeysWithValues: pairs).filter {
      FileManager.default.fileExists(atPath: $0.value)
    }
  }()

  static let names: [String] = roots.keys.sorted()

  /// The names of machines that have a tree and a table of expected events.
  static let tables: [String] = EventFolders.files("events_", ".tsv").map(\.table)
    .filter { roots[$0] != nil }

  /// The rows of a table of expected events, each by the names of its columns.
  static func golden(_ name: String) throws -> [[String: String]] {
    guard let events, let folder = Self.goldenFolder(in: events) else { return [] }
    let path: String = "\(folder)/events_\(name).tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    let lines: [[String]] = text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { $1 }) }
  }

  private static func goldenFolder(in events: String) -> String? {
    let names: [String] = (try? FileManager.default.contentsOfDirectory(atPath: events)) ?? []
    return names.sorted().filter { $0.hasPrefix("linux-") }.map { "\(events)/\($0)/golden" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}
