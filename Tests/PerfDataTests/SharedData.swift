import Foundation
import Testing

/// The files with known answers, which lie outside of the project.
enum SharedData {
  /// The folder, or nothing when the environment does not name one.
  static let folder: String? = {
    guard let root = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"] else { return nil }
    let folder = root + "/perfdata"
    return FileManager.default.fileExists(atPath: folder + "/EXPECTED.tsv") ? folder : nil
  }()

  /// A row of the table of known answers.
  struct Row: CustomTestStringConvertible, Sendable {
    let columns: [String]
    var path: String { columns[0] }
    var testDescription: String { path }
  }

  static let rows: [Row] = {
    guard let folder,
      let text = try? String(contentsOfFile: folder + "/EXPECTED.tsv", encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Row(columns: columns.map(String.init))
    }
  }()

  static func path(_ name: String) -> String { (folder ?? "") + "/" + name }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
