/// The code of an event as fields of a control register, as files of tools give it.
struct EventCode {
  /// Where a PMU has the fields.
  enum Layout {
    /// Cores of Intel and AMD: the bits of an event above the eighth lie at 35:32.
    case x86
    /// A PMU whose whole word is the code of the event.
    case plain
    /// The boxes of Intel's servers, which have a threshold.
    case uncore
    /// The L3 cache of AMD.
    case l3
    /// The data fabric of AMD up to Zen 3, whose events have 14 bits.
    case dataFabric
    /// The data fabric of AMD from Zen 4 on, whose unit masks have 12 bits.
    case wideDataFabric
  }

  var layout: Layout
  var event: UInt64
  var unitMask: UInt64 = 0
  var counterMask: UInt64 = 0
  var isEdge: Bool = false
  var isInverted: Bool = false
  var isAnyThread: Bool = false
  /// The register beside the counter: its term of perf and its value.
  var extra: (term: String, value: UInt64)?

  /// The words; nil if a field holds more than the layout has room for.
  var words: EventWords? {
    guard counterMask <= 0xFF else { return nil }
    let flags: UInt64 =
      (isEdge ? 1 << 18 : 0) | (isAnyThread ? 1 << 21 : 0) | (isInverted ? 1 << 23 : 0)
      | counterMask << 24
    switch layout {
    case .plain:
      guard unitMask == 0, flags == 0, event <= 0xFFFF_FFFF else { return nil }
      return EventWords(config: event)
    case .x86, .uncore, .l3:
      guard event <= 0xFFF, unitMask <= 0xFF else { return nil }
      return EventWords(
        config: event & 0xFF | (event & 0xF00) << 24 | unitMask << 8 | flags,
        config1: extra?.value ?? 0)
    case .dataFabric:
      guard event <= 0x3FFF, unitMask <= 0xFF, flags == 0 else { return nil }
      return EventWords(
        config: event & 0xFF | (event & 0xF00) << 24 | (event & 0x3000) << 47 | unitMask << 8)
    case .wideDataFabric:
      guard event <= 0x3FFF, unitMask <= 0xFFF, flags == 0 else { return nil }
      return EventWords(
        config: event & 0xFF | (event & 0x3F00) << 24 | (unitMask & 0xFF) << 8
          | (unitMask & 0xF00) << 16)
    }
  }

  /// The terms of the PMU, empty if a field holds too much.
  var terms: String {
    guard words != nil else { return "" }
    var terms: String = "event=\(event.hexadecimal)"
    if layout != .plain { terms += ",umask=\(unitMask.hexadecimal)" }
    if isEdge { terms += ",edge=1" }
    if isAnyThread { terms += ",any=1" }
    if isInverted { terms += ",inv=1" }
    if counterMask != 0 {
      terms += (layout == .uncore ? ",thresh=" : ",cmask=") + counterMask.hexadecimal
    }
    if let extra, extra.value != 0 { terms += ",\(extra.term)=\(extra.value.hexadecimal)" }
    return terms
  }
}
