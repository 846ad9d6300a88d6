/// A code together with the PMU that it is for, as what names are joined by.
struct EncodingKey: Hashable, Sendable {
  var unit: PMUUnit
  var words: EventWords

  /// All PMUs of cores are one, since an index is of one kind of core only.
  init(unit: PMUUnit, words: EventWords) {
    self.unit = unit.isCore ? .core : unit
    self.words = words
  }

  /// Takes only what mostly differs, since keys of events differ in their codes.
  func hash(into hasher: inout Hasher) {
    hasher.combine(words.config)
    hasher.combine(words.config1)
  }

  /// The key without what modifies how the event is counted.
  ///
  /// The layouts of Arm and others have no such bits.
  func base(layout: CoreLayout) -> EncodingKey {
    var key: EncodingKey = self
    key.words.config &= ~EventModifiers.mask(layout: layout, unit: unit)
    if layout == .intel, unit == .core, Self.isLatency(key.words.config) {
      key.words.config1 = 0
    }
    return key
  }

  /// Whether the second word of an event is a latency, so that others are near.
  ///
  /// Elsewhere another second word makes quite another event.
  private static func isLatency(_ config: UInt64) -> Bool {
    [0x1cd, 0x100b, 0x5d0].contains(config)
  }
}
