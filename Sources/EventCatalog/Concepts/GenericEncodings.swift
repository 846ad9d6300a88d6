/// The codes that the kernel gives to its generic events on one design of cores.
///
/// They are facts of the kernel's drivers: what `cycles`, `cache-misses` or
/// `L1-dcache-load-misses` count there. A machine may lack single ones.
struct GenericEncodings: Sendable {
  /// The code of each event by perf's name for it.
  let words: [String: EventWords]
  /// The names in a fixed order.
  let names: [String]

  /// The codes on a microarchitecture, nil where none are known.
  static func of(_ microarchitecture: Microarchitecture) -> GenericEncodings? {
    byName[microarchitecture.generic]
  }

  /// A set and those it is made from, nearest first, such as `icelake` and `skylake`.
  static func lineage(of name: String) -> [String] {
    var names: [String] = []
    var next: String? = name
    while let name = next, !names.contains(name) {
      names.append(name)
      next = rows[name]?.base
    }
    return names
  }

  private struct Row: Sendable {
    var base: String?
    var fields: [Substring]
  }

  private static let rows: [String: Row] = {
    var rows: [String: Row] = [:]
    var name: String = ""
    for line in (intel + "\n" + amd + "\n" + arm).parts("\n") {
      let fields: [Substring] = line.parts(" ")
      if line.utf8.first == UInt8(ascii: " ") {
        rows[name]?.fields += fields
      } else if let first = fields.first {
        name = String(first)
        let base: String? = fields.count > 2 && fields[1] == "<" ? String(fields[2]) : nil
        rows[name] = Row(base: base, fields: Array(fields.dropFirst(base == nil ? 1 : 3)))
      }
    }
    return rows
  }()

  private static let byName: [String: GenericEncodings] = Dictionary(
    uniqueKeysWithValues: rows.keys.map { ($0, encodings(of: $0)) })

  private static func encodings(of name: String) -> GenericEncodings {
    var words: [String: EventWords] = [:]
    var names: [String] = []
    for ancestor in lineage(of: name).reversed() {
      for field in rows[ancestor]?.fields ?? [] {
        if field.utf8.first == UInt8(ascii: "-") {
          words[String(field.dropFirst())] = nil
          continue
        }
        let parts: [Substring] = field.parts("=", maxSplits: 1)
        guard parts.count == 2, let code = EventWords(hexadecimal: parts[1]) else { continue }
        if words.updateValue(code, forKey: String(parts[0])) == nil {
          names.append(String(parts[0]))
        }
      }
    }
    return GenericEncodings(words: words, names: names.filter { words[$0] != nil })
  }
}

extension EventWords {
  /// Reads `CONFIG` or `CONFIG/CONFIG1` in hexadecimal without prefix.
  init?(hexadecimal text: Substring) {
    let parts: [Substring] = text.parts("/", omittingEmpty: false)
    guard let config = parts.first.flatMap({ UInt64($0, radix: 16) }), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(config: config)
      return
    }
    guard let config1 = UInt64(parts[1], radix: 16) else { return nil }
    self.init(config: config, config1: config1)
  }
}
