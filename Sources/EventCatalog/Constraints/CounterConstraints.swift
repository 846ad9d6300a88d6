/// Which counters can hold an event, and with what else it cannot be counted.
///
/// A set is nil where the source says nothing of it.
public struct CounterConstraints: Hashable, Sendable {
  /// The programmable counters that can hold the event.
  ///
  /// They are those of a core whose two threads share its counters.
  public var programmable: CounterSet?
  /// The programmable counters with simultaneous multithreading switched off.
  ///
  /// It is nil where they are the same.
  public var programmableWithoutSMT: CounterSet?
  /// The fixed counters that count the event.
  public var fixed: CounterSet?
  /// The counters that can take precise samples; fixed counter *n* is 32 + *n*.
  public var precise: CounterSet?
  /// The counters that can take samples without skid; fixed counter *n* is 32 + *n*.
  public var withoutSkid: CounterSet?
  /// The classes of counters that can hold the event, such as `PMC` or `CBOX0`.
  ///
  /// They are LIKWID's names; a class without a number is all counters of its kind.
  public var classes: [String]
  /// The register beside the counter that the event needs.
  ///
  /// Two events can share such a register only if both give it the same value.
  public var extraRegister: ExtraRegister?
  /// The codes of the event, where it has one for each of several registers.
  ///
  /// The first is that of the definition. The kernel exchanges them where it knows them,
  /// so that whoever opens the event need not choose.
  public var alternatives: [AlternativeCode]
  /// Whether no other event may be on the programmable counters.
  public var isTakenAlone: Bool
  /// The filters of an uncore box in the source's own words, such as `CBoFilter0[23:17]`.
  public var filter: String
  /// The filters of an uncore box that the event occupies.
  public var filters: [CounterFilter]
  /// The errata that concern the event, such as `SKL089`.
  public var errata: [String]
  /// What else the source says in its own words, such as the options that are always set.
  public var remark: String

  /// Creates constraints that say nothing.
  public init() {
    self.programmable = nil
    self.programmableWithoutSMT = nil
    self.fixed = nil
    self.precise = nil
    self.withoutSkid = nil
    self.classes = []
    self.extraRegister = nil
    self.alternatives = []
    self.isTakenAlone = false
    self.filter = ""
    self.filters = []
    self.errata = []
    self.remark = ""
  }
}
