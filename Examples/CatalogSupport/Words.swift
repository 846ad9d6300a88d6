internal import CommandLineSupport
public import EventCatalog

extension PrecisionSupport {
  /// The value as one word.
  public var word: String {
    switch self {
    case .unknown: "unknown"
    case .none: "none"
    case .possible: "possible"
    case .required: "required"
    }
  }
}

extension EventTraits {
  /// Each trait as one word.
  public var words: [String] {
    let all: [(EventTraits, String)] = [
      (.deprecated, "deprecated"), (.experimental, "experimental"), (.perPackage, "per-package"),
      (.speculative, "speculative"), (.snapshot, "snapshot"),
      (.defaultUnitMask, "default-unit-mask"),
      (.combinableUnitMasks, "combinable-unit-masks"), (.dataAddress, "data-address"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension CounterSet {
  /// The counters as a list with ranges, such as `0-3,6`.
  public var list: String {
    var parts: [String] = []
    var rest: ArraySlice<Int> = counters[...]
    while let first = rest.popFirst() {
      var last: Int = first
      while rest.first == last + 1 { last = rest.removeFirst() }
      parts.append(first == last ? "\(first)" : "\(first)-\(last)")
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ",")
  }
}

extension EventWords {
  /// The words that are not zero, and always the first, as `config=0x51,config1=0x3`.
  public var text: String {
    let others: [(String, UInt64)] = [
      ("config1", config1), ("config2", config2), ("config3", config3), ("config4", config4),
    ]
    return others.filter { $0.1 != 0 }.reduce("config=0x\(String(config, radix: 16))") {
      "\($0),\($1.0)=0x\(String($1.1, radix: 16))"
    }
  }
}

extension Microarchitecture {
  /// What the PMU of the cores is called, empty where machines differ.
  public var coreName: String {
    if unit != .core { return unit.name }
    return ["Intel", "AMD", "Hygon", "Zhaoxin"].contains(vendor) ? "cpu" : ""
  }

  /// A code as terms of its PMU, such as `event=0xa8,umask=0x1`.
  public func terms(of code: RawCode) -> String {
    ReverseLookup(microarchitecture: self, tables: []).terms(of: code)
  }
}

/// A text of a file on one line, since descriptions can have several and a table cannot.
public func oneLine(_ text: String) -> String {
  if isPlain(text) { return text }
  return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
}
