extension EventFileRecord {
  /// The constraints that both forms of files tell in the same fields.
  func constraints() throws(EventSourceError) -> CounterConstraints {
    var constraints = CounterConstraints()
    let counters = CounterText(bytes(.counter))
    constraints.programmable = counters.programmable
    constraints.fixed = counters.fixed
    constraints.programmableWithoutSMT = CounterText(bytes(.counterWithoutSMT)).programmable
    if constraints.programmableWithoutSMT == constraints.programmable {
      constraints.programmableWithoutSMT = nil
    }
    constraints.precise = CounterText(bytes(.preciseCounters)).programmable
    constraints.withoutSkid =
      CounterText(bytes(.preciseDistribution)).programmable
      ?? CounterText(bytes(.preciseDistributionOfOld)).programmable
    constraints.isTakenAlone = isSet(.takenAlone)
    constraints.errata = errata
    if let register = try number(.registerIndex), register.value != 0 {
      constraints.extraRegister = ExtraRegister(
        addresses: try numbers(.registerIndex).compactMap(UInt32.init(exactly:)),
        value: try number(.registerValue)?.value ?? 0)
    }
    return constraints
  }

  private var errata: [String] {
    if self[.errata].kind == .missing { return [] }
    let isNone: Bool = holds("null", in: .errata) || holds("0", in: .errata)
    guard !isNone, let text = text(.errata) else { return [] }
    return ListText.parts(of: text, separator: UInt8(ascii: ","))
  }
}
