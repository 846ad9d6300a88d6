public import EventCatalog

extension EventDefinition {
  /// All that is known about the event as lines of a name and a text.
  ///
  /// What a source does not say has no line.
  public var facts: [(name: String, text: String)] {
    var facts: [(name: String, text: String)] = []
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { facts.append((name, text)) }
    }
    add("unit", unit.name)
    add("terms", terms)
    add("encoding", words?.text ?? "")
    add("other names", otherNames.joined(separator: ", "))
    add("topic", topic)
    add("counters", constraints.text)
    add("precise", precision == .unknown ? "" : precision.word)
    add("period", period.map(String.init) ?? "")
    add("retires after", retirementLatency?.text ?? "")
    if scale != 1 || !countUnit.isEmpty { add("scale", "\(scale) \(countUnit)") }
    add("standing", traits.words.joined(separator: ", "))
    add("errata", constraints.errata.joined(separator: ", "))
    add("source", provenance.text)
    return facts
  }
}

extension RetirementLatency {
  /// The latency in words.
  public var text: String {
    var text: String = "\(mean) cycles in the mean"
    if let minimum, let maximum { text += ", \(minimum) to \(maximum)" }
    return text
  }
}

extension EventProvenance {
  /// The source with its version and file.
  public var text: String {
    ([source.rawValue] + [version, location].filter { !$0.isEmpty }).joined(separator: " ")
  }
}

extension CounterConstraints {
  /// The limits in words, empty if nothing is known.
  public var text: String {
    var parts: [String] = []
    if let programmable, programmable.count > 0 { parts.append("counters \(programmable.list)") }
    if let programmableWithoutSMT, programmableWithoutSMT != programmable {
      parts.append("\(programmableWithoutSMT.list) without SMT")
    }
    if let fixed, fixed.count > 0 { parts.append("fixed counter \(fixed.list)") }
    if !classes.isEmpty { parts.append("on \(classes.joined(separator: " or "))") }
    if let extraRegister {
      let names: [String] = extraRegister.addresses.map { "0x\(String($0, radix: 16))" }
      parts.append("register \(names.joined(separator: " or "))")
    }
    if isTakenAlone { parts.append("taken alone") }
    if !filter.isEmpty { parts.append("filter \(filter)") }
    if !remark.isEmpty { parts.append("the source adds: \(remark)") }
    return parts.joined(separator: "; ")
  }
}
