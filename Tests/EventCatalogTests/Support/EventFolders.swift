import EventCatalog
import Foundation
import Testing

/// Event files and known answers that lie outside of the package.
enum EventFolders {
  static let root: String? = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"]
    .map { $0 + "/events" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

  static let reason: Comment = "PERF_EVENTS_SHARED names no folder with event files"

  /// The folders with the kernel's event files, those with `arch` in them.
  static let kernelTrees: [String] = folders { path in
    path.hasSuffix("/arch") && FileManager.default.fileExists(atPath: path + "/x86/mapfile.csv")
  }

  /// The folders with the vendor's event files.
  static let perfmonFolders: [String] = folders { path in
    FileManager.default.fileExists(atPath: path + "/mapfile.csv")
      && !path.contains("/arch/")
  }

  /// The files of a folder whose names start and end in a certain way.
  static func files(_ prefix: String, _ suffix: String) -> [GoldenFile] {
    folders { $0.hasSuffix("/golden") }.flatMap { folder in
      names(of: folder).filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.map { name in
        GoldenFile(
          path: "\(folder)/\(name)", tree: String(folder.dropLast("/golden".count)),
          table: String(name.dropFirst(prefix.count).dropLast(suffix.count)))
      }
    }
  }

  static func names(of path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private static func folders(_ isWanted: (String) -> Bool) -> [String] {
    guard let root else { return [] }
    var found: [String] = []
    var waiting: [(String, Int)] = [(root, 0)]
    while let (path, depth) = waiting.popLast() {
      if isWanted(path) { found.append(path) }
      guard depth < 3 else { continue }
      for name in names(of: path) where !name.contains(".json") {
        var isFolder: ObjCBool = false
        let next: String = "\(path)/\(name)"
        if FileManager.default.fileExists(atPath: next, isDirectory: &isFolder), isFolder.boolValue
        {
          waiting.append((next, depth + 1))
        }
      }
    }
    return found.sorted()
  }
}

/// A table of known answers.
struct GoldenFile: CustomTestStringConvertible, Sendable {
  var path: String
  /// The folder of the kernel's files that the answers are for.
  var tree: String
  /// The name of the table, such as `skylake`.
  var table: String

  var testDescription: String { table }

  /// The rows of a file whose columns tabulators part, by the names of the columns.
  func rows() throws -> [[String: String]] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    var lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: true)
    let names: [String] = lines.removeFirst().split(
      separator: "\t", omittingEmptySubsequences: false
    ).map(String.init)
    return lines.map { line in
      let fields: [String] = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map(Self.unquoted)
      return Dictionary(zip(names, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func unquoted(_ field: Substring) -> String {
    guard field.hasPrefix("\""), field.hasSuffix("\""), field.count > 1 else {
      return String(field)
    }
    return field.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"")
  }
}
