import EventCatalog
import Foundation

/// A row of the given table of names that mean the same.
struct AliasRow: CustomStringConvertible, Sendable {
  var canonical: String
  var microarchitecture: String
  var name: String
  var config: UInt64?
  var config1: UInt64

  var description: String { "\(canonical) on \(microarchitecture): \(name)" }

  /// The rows of a tool.
  static func rows(of tool: String) throws -> [Self] {
    guard let folder = GivenToolFiles.folder else { return [] }
    return try GivenToolFiles.lines("\(folder)/aliases-sample.csv").dropFirst().compactMap { line in
      let fields: [String] = fields(line)
      guard fields.count == 8, fields[2] == tool else { return nil }
      return Self(
        canonical: fields[0], microarchitecture: fields[1], name: fields[3],
        config: number(fields[4]), config1: number(fields[5]) ?? 0)
    }
  }

  /// The name without the note in parentheses or brackets behind it.
  var plainName: String {
    name.split(separator: " ").first.map(String.init) ?? name
  }

  private static func number(_ text: String) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }

  private static func fields(_ line: String) -> [String] {
    var fields: [String] = [""]
    var isQuoted: Bool = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
