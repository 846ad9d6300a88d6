import Foundation

/// What quipper decoded of a file: its text, taken apart.
struct QuipperGolden {
  /// The messages of the top by name, in order, each as a flat text.
  private(set) var messages: [String: [String]] = [:]
  /// The values that stand on the top by themselves.
  private(set) var values: [String: String] = [:]

  /// Names that say nothing of the file: prefixes of check sums, and what quipper
  /// looked up in the file system.
  private static func isIgnored(_ name: Substring) -> Bool {
    name.hasSuffix("md5_prefix") || name == "root_path"
  }

  /// Unpacks and reads a file of text.
  init(path: String) throws {
    let output = try Command(path: "/usr/bin/env").run(["gzip", "-dc", path]).output
    let text = String(decoding: output, as: UTF8.self)
    var message = FlatMessage()
    var name = ""
    for line in text.split(separator: "\n") {
      let content = line.drop { $0 == " " }
      if content.hasSuffix(" {") {
        let key = String(content.dropLast(2))
        if line.first != " " {
          name = key
          message = FlatMessage()
        } else {
          message.open(key)
        }
      } else if line == "}" {
        messages[name, default: []].append(message.text)
      } else if content == "}" {
        message.close()
      } else if let colon = content.firstIndex(of: ":") {
        let key = content[..<colon]
        let value = String(content[colon...].dropFirst(2))
        if QuipperGolden.isIgnored(key) { continue }
        if line.first == " " {
          message.put(String(key), token: value)
        } else {
          values[String(key)] = value
        }
      }
    }
  }
}
