extension EventFileRecord {
  /// The constraints that both forms of files tell in the same fields.
  ///
  /// None of them is needed for the code of the event, so that what makes no sense is
  /// left out.
  func constraints(doubts: inout [EventSourceError]) -> CounterConstraints {
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
    let registers: [UInt64] = numbers(.registerIndex, doubts: &doubts)
    guard let first = registers.first, first != 0 else { return constraints }
    let known: Int = doubts.count
    let value: UInt64? = number(.registerValue, doubts: &doubts)?.value
    // A register without a value that is known would exclude nothing.
    guard doubts.count == known else { return constraints }
    constraints.extraRegister = ExtraRegister(
      addresses: registers.compactMap(UInt32.init(exactly:)), value: value ?? 0)
    if registers.count > 1 {
      constraints.alternatives = alternatives(registers, doubts: &doubts)
    }
    return constraints
  }

  /// The codes that go with several registers.
  ///
  /// Lists of codes, unit masks and registers pair by position; a list that is shorter
  /// than another goes on with its last element. Counters pair only where the record
  /// says so.
  private func alternatives(
    _ registers: [UInt64], doubts: inout [EventSourceError]
  ) -> [AlternativeCode] {
    let codes: [UInt64] = numbers(.eventCode, doubts: &doubts)
    let masks: [UInt64] = numbers(.unitMask, doubts: &doubts)
    guard let lastCode = codes.last, let lastMask = masks.last,
      codes.count > 1 || masks.count > 1
    else { return [] }
    let counters: [UInt64] =
      pairing.contains("counter") ? numbers(.counter, doubts: &doubts) : []
    var alternatives: [AlternativeCode] = []
    // No event has more registers to choose from than there are counters.
    for (index, register) in registers.prefix(64).enumerated() {
      guard let register = UInt32(exactly: register) else { continue }
      alternatives.append(
        AlternativeCode(
          event: index < codes.count ? codes[index] : lastCode,
          unitMask: index < masks.count ? masks[index] : lastMask, register: register,
          counters: index < counters.count
            ? CounterSet(counter: Int(exactly: counters[index]) ?? 64) : nil))
    }
    return alternatives
  }

  /// The fields whose lists pair by position, in small letters, such as `msrindex`.
  var pairing: Set<String> {
    let text: String = text(.programmingRestriction)?.lowercased() ?? ""
    let names: [String] = text.utf8.split(separator: UInt8(ascii: "-")).map {
      String(Substring($0))
    }
    let known: Set<String> = ["msrindex", "umask", "counter"]
    return known.isSuperset(of: names) ? Set(names) : []
  }

  /// Whether precise samples can hold the address of the data, as old and new files say it.
  var hasDataAddress: Bool { isSet(.dataAddress) || isSet(.preciseStore) }

  private var errata: [String] {
    if self[.errata].kind == .missing { return [] }
    let isNone: Bool = holds("null", in: .errata) || holds("0", in: .errata)
    guard !isNone, let text = text(.errata) else { return [] }
    return ListText.parts(of: text, separator: UInt8(ascii: ","))
  }
}
