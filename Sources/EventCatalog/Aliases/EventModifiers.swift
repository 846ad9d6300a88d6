/// The bits of a code that modify how an event is counted, not what the event is.
struct EventModifiers: Hashable, Sendable {
  /// At least how many occurrences a cycle needs to count; 0 counts occurrences.
  var counterMask: UInt64
  var isInverted: Bool
  var isEdge: Bool
  var isAnyThread: Bool
  var isInTransaction: Bool
  /// Whether the cycle needs exactly as many.
  var isEqual: Bool

  /// Takes the modifiers from a code.
  init(of config: UInt64, layout: CoreLayout, unit: PMUUnit) {
    let bits: UInt64 = config & Self.mask(layout: layout, unit: unit)
    counterMask = bits >> 24 & 0xff
    isInverted = bits & 1 << 23 != 0
    isEdge = bits & 1 << 18 != 0
    isAnyThread = bits & 1 << 21 != 0
    isInTransaction = bits & 0x3 << 32 != 0
    isEqual = bits & 1 << 36 != 0
  }

  /// The bits that are modifiers in a layout.
  static func mask(layout: CoreLayout, unit: PMUUnit) -> UInt64 {
    let counting: UInt64 = 1 << 18 | 1 << 23 | 0xff << 24
    switch layout {
    case .intel where unit.isCore: return counting | 1 << 21 | 0x3 << 32 | 1 << 36
    case .intel where unit.name.hasPrefix("uncore_"): return counting
    case .amd where unit.isCore: return counting
    default: return 0
    }
  }

  /// The terms of perf for the modifiers, such as `cmask=4,inv`.
  var terms: String {
    var terms: [String] = []
    if isAnyThread { terms.append("any") }
    if isEdge { terms.append("edge") }
    if isEqual { terms.append("eq") }
    if isInverted { terms.append("inv") }
    if isInTransaction { terms.append("in_tx") }
    if counterMask != 0 { terms.append("cmask=\(counterMask)") }
    return terms.joined(separator: ",")
  }

  /// What is counted of the event, as a part of a sentence.
  var phrase: String {
    var text: String = counted
    if isEdge {
      text = counterMask == 0 ? "the beginnings of occurrences" : "the beginnings of \(text)"
    }
    if isAnyThread { text += " on both threads of the core" }
    if isInTransaction { text += " within transactions" }
    return text
  }

  private var counted: String {
    switch (counterMask, isInverted) {
    case (0, false): "every occurrence"
    case (0, true): "every occurrence, inverted"
    case (1, false): "cycles with \(isEqual ? "exactly one" : "an") occurrence"
    case (1, true): "cycles without an occurrence"
    case (_, false):
      "cycles with \(isEqual ? "exactly" : "at least") \(counterMask) occurrences"
    case (_, true): "cycles with fewer than \(counterMask) occurrences"
    }
  }
}
