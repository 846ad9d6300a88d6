/// What an uncore record says of its box and of the kind of its counter.
struct PerfmonUncore {
  /// The PMU.
  var unit: PMUUnit
  /// The kind of counter.
  var counter: Counter
  /// Whether the box counts how many cores are in a state.
  var countsOccupancy: Bool

  enum Counter: Equatable {
    case programmable
    case fixed
    /// A counter that always runs, with the unit mask that means it.
    case running(unitMask: UInt64)
  }

  /// Reads a record, nil if it is one of a core.
  init?(_ record: EventFileRecord, name: String, folder: String) {
    guard let box = record.text(.unit), box != "core", box != "cpu", !box.hasPrefix("cpu_") else {
      return nil
    }
    var unit: PMUUnit = Self.unit(of: box, folder: folder)
    countsOccupancy = box == "PCU"
    counter = .programmable
    if record.holds("FREERUN", in: .counterType) {
      unit.name += "_free_running"
      if let controller = Self.number(behind: "_MC", in: name) { unit.name += "_\(controller)" }
      counter = .running(unitMask: Self.runningCounter(name))
    } else if CounterText(record.bytes(.counter)).fixed != nil {
      counter = .fixed
    }
    self.unit = unit
  }

  /// The clock of the whole uncore belongs to another PMU on each generation.
  private static func unit(of box: String, folder: String) -> PMUUnit {
    guard box == "NCU" else { return KernelUnitNames.unit(box) }
    switch folder {
    case "SNB", "IVB": return PMUUnit("uncore_arb")
    case "HSW", "BDW", "SKL": return PMUUnit("uncore_cbox_0")
    default: return .uncoreClock
    }
  }

  /// The kernel's number of a counter that always runs: a kind and an index.
  private static func runningCounter(_ name: String) -> UInt64 {
    let part: UInt64 = number(behind: "PART", in: name) ?? 0
    let kinds: [(String, UInt64)] = [
      ("BANDWIDTH_IN", 2), ("BANDWIDTH_OUT", 3), ("RDCAS", 2), ("WRCAS", 3),
    ]
    let kind: UInt64 = kinds.first { contains(name, $0.0) }?.1 ?? 1
    return kind << 4 | min(part, 15)
  }

  private static func contains(_ name: String, _ part: String) -> Bool {
    place(of: part, in: name) != nil
  }

  private static func number(behind part: String, in name: String) -> UInt64? {
    place(of: part, in: name).flatMap { UInt64($0.prefix { $0.isASCII && $0.isNumber }) }
  }

  /// What follows the first place of a part.
  private static func place(of part: String, in name: String) -> Substring? {
    var rest: Substring = name.prefix(256)
    while !rest.isEmpty {
      if rest.hasPrefix(part) { return rest.dropFirst(part.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
