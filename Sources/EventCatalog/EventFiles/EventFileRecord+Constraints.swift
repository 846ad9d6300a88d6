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
    let registers: [UInt64] = try numbers(.registerIndex).filter { $0 != 0 }
    if !registers.isEmpty {
      constraints.extraRegister = ExtraRegister(
        addresses: registers.compactMap(UInt32.init(exactly:)),
        value: try number(.registerValue)?.value ?? 0)
    }
    return constraints
  }

  private var errata: [String] {
    guard let text = text(.errata), text != "0", text.lowercased() != "null" else { return [] }
    return text.split(separator: ",").map { part in
      String(part.drop { $0 == " " })
    }.filter { !$0.isEmpty }
  }
}
