/// A counter of LIKWID by its name, or a class of counters.
///
/// `PMC` are the programmable counters of a core and `PMC2` one of them, `MBOX1C0` is
/// the first counter of the second memory channel, `MBOX1FIX` its fixed counter.
struct LIKWIDCounter: Hashable {
  /// The letters before the first number, such as `MBOX`.
  var unit: String
  /// The first number.
  var number: Int?
  /// The number of the counter within a box.
  var boxCounter: Int?
  /// Whether the counter can count nothing but one event.
  var isFixed: Bool
  /// The name as it stands in the file.
  var text: String

  init?(_ text: String) {
    let bytes: [UInt8] = Array(text.utf8)
    guard (1...64).contains(bytes.count),
      bytes.allSatisfy({ NumberText.isDigit($0) || WordCharacters.startsName($0) })
    else { return nil }
    let digits: Int = bytes.firstIndex(where: NumberText.isDigit) ?? bytes.count
    let rest: Int = bytes[digits...].firstIndex { !NumberText.isDigit($0) } ?? bytes.count
    guard digits > 0, rest - digits < 10 else { return nil }
    var unit = String(decoding: bytes[..<digits], as: UTF8.self)
    let suffix = String(decoding: bytes[rest...], as: UTF8.self)
    self.isFixed = unit == "FIXC" || unit.hasSuffix("FIX") || suffix == "FIX"
    if unit.hasSuffix("FIX") { unit.removeLast(3) }
    self.unit = unit
    self.number = Int(String(decoding: bytes[digits..<rest], as: UTF8.self))
    self.boxCounter = suffix.hasPrefix("C") ? Int(suffix.dropFirst()) : nil
    if suffix.hasPrefix("TMP") { self.unit = "TMP" }
    self.text = text
  }

  /// The programmable counter of its PMU that this is, if it is one.
  var programmable: Int? {
    if let boxCounter { return boxCounter }
    let numbersAreCounters: Set<String> = ["PMC", "UPMC", "CPMC", "DFC", "UBOX", "WBOX"]
    return !isFixed && numbersAreCounters.contains(unit) ? number : nil
  }

  /// The kind of PMU of the kernel that has the counter; nil where none is known.
  func pmu(of architecture: LIKWIDArchitecture) -> PMUUnit? {
    switch unit {
    case "PMC", "TMA": return .core
    case "FIXC": return architecture.kind == .amd ? .registers : .core
    case "PWR":
      // The kernel has the energy of AMD's cores apart.
      return architecture.kind == .amd && number == 0 ? .powerOfCores : .power
    case "APERF", "MPERF", "PPERF", "TMP", "VTG": return .registers
    // The kernel has the clock of clients' uncore apart.
    case "UBOX" where isFixed && architecture.kind == .intelClient:
      return .uncoreClock
    default: return Self.boxes(of: architecture)[unit].map { PMUUnit($0) }
    }
  }
}
