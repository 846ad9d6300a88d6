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
}
