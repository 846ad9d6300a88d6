/// An event with its qualifiers as metrics of perfmon name it.
///
/// `UOPS_RETIRED.MS:c1:e1` is the event `UOPS_RETIRED.MS` counted when it occurs at
/// least once in a cycle and did not in the one before.
public struct PerfmonOperand: Hashable, Sendable {
  /// The event without qualifiers.
  public var name: String
  /// How many occurrences in a cycle make one count, from `:c`.
  public var counterMask: UInt64?
  /// Whether only the first cycle of several counts, from `:e`.
  public var edge: Bool
  /// Whether cycles count with fewer occurrences than the mask says, from `:i`.
  public var invert: Bool
  /// Whether cycles count with exactly as many occurrences, from `:eq`.
  public var equal: Bool
  /// The unit mask in place of the event's own, from `:u`.
  public var unitMask: UInt64?
  /// The levels of privilege that are counted, as modifiers of perf, from `:SUP`, `:USER`.
  public var privileges: String
  /// Values of registers beside the counter, such as `opc` and `tid`.
  public var registers: [String: UInt64]
  /// The other qualifiers in their order, such as `perf_metrics` and `percore`.
  public var flags: [String]

  /// Reads an event of a metric.
  ///
  /// Qualifiers that are not known stay among ``flags``; the requests and responses of
  /// an offcore event stay in its name.
  ///
  /// - Parameter text: The event as the file names it.
  public init(parsing text: String) {
    let parts: [Substring] = text.split(separator: ":", omittingEmptySubsequences: false)
    self.name = String(parts.first ?? "")
    self.counterMask = nil
    self.edge = false
    self.invert = false
    self.equal = false
    self.unitMask = nil
    self.privileges = ""
    self.registers = [:]
    self.flags = []
    for part in parts.dropFirst() { take(part) }
  }

  private mutating func take(_ qualifier: Substring) {
    let words: [Substring] = qualifier.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if words.count == 2 {
      let key = String(words[0])
      if key == "request" || key == "response" {
        name += ":\(qualifier)"
      } else if let value = Self.hexadecimal(words[1]) {
        registers[key] = value
      } else {
        flags.append(String(qualifier))
      }
      return
    }
    switch qualifier {
    case "SUP", "sup": privileges += privileges.contains("k") ? "" : "k"
    case "USER", "user": privileges += privileges.contains("u") ? "" : "u"
    case "e1": edge = true
    case "i1": invert = true
    case "eq1": equal = true
    case "e0", "i0", "eq0": break
    default:
      if qualifier.hasPrefix("c"), let mask = NumberText.unsigned(qualifier.dropFirst()) {
        counterMask = mask
      } else if qualifier.hasPrefix("u"), let mask = NumberText.unsigned(qualifier.dropFirst()) {
        unitMask = mask
      } else {
        flags.append(String(qualifier))
      }
    }
  }

  /// Registers have hexadecimal values, with or without a mark of that.
  private static func hexadecimal(_ text: Substring) -> UInt64? {
    text.hasPrefix("0x") ? NumberText.unsigned(text) : NumberText.hexadecimal(text)
  }
}
