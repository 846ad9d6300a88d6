/// Lines of a subject and a text, with all texts behind the longest subject.
struct SubjectLines {
  /// Longer lines are hard to read, even where a terminal has room for them.
  static let widest: Int = 100
  /// Narrower texts than this are of no use.
  private static let narrowest: Int = 40

  /// No line is longer unless a single word is, so that a terminal breaks none.
  let width: Int
  private var entries: [(subject: String, text: String, limit: Int)] = []
  private let margin: Int

  /// Creates an empty list for subjects of a length and a terminal of a width.
  init(longestSubject: Int, columns: Int?) {
    self.margin = longestSubject + 2
    self.width = max(min(columns ?? Self.widest, Self.widest), Self.narrowest)
  }

  /// What fits into one line behind a subject.
  var room: Int { width - margin }

  /// Adds a text, cut behind a number of lines; an empty one is left out.
  mutating func add(_ subject: String, _ text: String, lines: Int = .max) {
    if !text.isEmpty { entries.append((subject, text, lines)) }
  }

  /// The lines, with each subject once.
  var lines: [String] {
    var lines: [String] = []
    var last: String = ""
    for entry in entries {
      for (index, part) in cut(wrapped(entry.text), to: entry.limit).enumerated() {
        let isNew: Bool = index == 0 && entry.subject != last
        let subject: String = isNew ? entry.subject : ""
        lines.append(subject + String(repeating: " ", count: margin - subject.count) + part)
      }
      last = entry.subject
    }
    return lines
  }

  /// Breaks a text between words, unless it fits into one line as it is.
  private func wrapped(_ text: String) -> [String] {
    if text.count <= room { return [text] }
    var lines: [String] = []
    var current: String = ""
    for word in text.split(separator: " ") {
      if !current.isEmpty, current.count + word.count + 1 > room {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    return lines + [current]
  }

  private func cut(_ lines: [String], to limit: Int) -> [String] {
    guard lines.count > limit, limit > 0 else { return lines }
    var kept: [String] = Array(lines.prefix(limit))
    kept[limit - 1] = kept[limit - 1].prefix(room - 2) + " …"
    return kept
  }
}
