/// An event's name in the language of libpfm4, taken apart as the library does it.
struct LibpfmName {
  /// The PMU, if one is named.
  let pmu: String?
  /// The event.
  let event: String
  /// The unit masks and modifiers.
  let attributes: [Attribute]

  /// What stands behind a colon or dot.
  struct Attribute {
    let name: String
    let value: String?
    /// The name with its value.
    let text: String
  }

  /// More bytes than any event with all its unit masks has.
  static let lengthLimit = 4096

  /// Takes a name apart that has only characters which names can have.
  init(_ text: String) throws(LibpfmError) {
    var bytes: Substring.UTF8View = text[...].utf8
    if let problem = Self.problem(of: text) { throw LibpfmError(event: text, problem: problem) }
    pmu = Self.takePMU(from: &bytes)
    let parts: [Substring] = bytes.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }.map { Substring($0) }
    event = String(parts.first ?? "")
    attributes = parts.dropFirst().map(Self.attribute)
  }

  private static func problem(of text: String) -> LibpfmProblem? {
    if text.isEmpty { return .empty }
    if text.utf8.count > lengthLimit { return .tooLong(limit: lengthLimit) }
    let wrong: Unicode.Scalar? = text.unicodeScalars.first {
      !("!"..."~").contains($0) || $0 == ","
    }
    return wrong.map { .impossibleCharacter(String($0)) }
  }

  private static func takePMU(from bytes: inout Substring.UTF8View) -> String? {
    var index: Substring.UTF8View.Index = bytes.startIndex
    while index < bytes.endIndex {
      let next: Substring.UTF8View.Index = bytes.index(after: index)
      if next < bytes.endIndex, bytes[index] == UInt8(ascii: ":"),
        bytes[next] == UInt8(ascii: ":")
      {
        let name = String(Substring(bytes[..<index]))
        bytes = bytes[bytes.index(after: next)...]
        return name
      }
      index = next
    }
    return nil
  }

  private static func attribute(_ text: Substring) -> Attribute {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      return Attribute(name: String(text), value: nil, text: String(text))
    }
    return Attribute(
      name: String(text[..<sign]), value: String(text[text.utf8.index(after: sign)...]),
      text: String(text))
  }

  /// The name without one of its attributes.
  func removing(attribute index: Int) -> String {
    var kept: [Attribute] = attributes
    kept.remove(at: index)
    return joined(kept.map(\.text))
  }

  /// The name with one more attribute.
  func adding(attribute: String) -> String {
    joined(attributes.map(\.text) + [attribute])
  }

  private func joined(_ attributes: [String]) -> String {
    (pmu.map { $0 + "::" } ?? "") + ([event] + attributes).joined(separator: ":")
  }
}
