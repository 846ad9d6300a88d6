/// An event as one source describes it.
///
/// A definition is not yet bound to a machine: it says how the source encodes the
/// event, so that a catalog can pack it for the formats of a certain kernel.
public struct EventDefinition: Hashable, Sendable {
  /// The name as the source writes it, unit mask included.
  ///
  /// It is what a user types to mean the event in the language of that source, such
  /// as `L1D.REPLACEMENT`, `l1d.replacement` or `L1D:REPLACEMENT`.
  public var name: String
  /// The kind of PMU that counts the event.
  public var unit: PMUUnit
  /// The encoding as terms of the PMU, in the form of the kernel's own tables.
  ///
  /// It is a list such as `event=0x51,period=2000003,umask=1`, and empty where a
  /// source gives only ``words``.
  public var terms: String
  /// The encoding in the words of the attributes, where the layout is known.
  public var words: EventWords?
  /// One line about the event, empty where the source has none.
  public var brief: String
  /// All that the source says about the event, empty if no more than ``brief``.
  public var details: String
  /// The subject under which the source lists the event, such as `cache`.
  public var topic: String
  /// Earlier or other names that the same source gives to the event.
  public var otherNames: [String]
  /// The name of the event without its unit mask, where the source sets them apart.
  public var baseName: String?
  /// The factor that turns a count into ``countUnit``.
  public var scale: Double
  /// The unit of a scaled count, empty for a plain number.
  public var countUnit: String
  /// The usual number of events between two samples, if the source names one.
  public var period: UInt64?
  /// Which counters can hold the event, and with what else it cannot be counted.
  public var constraints: CounterConstraints
  /// Whether samples of the event can name the exact instruction.
  public var precision: PrecisionSupport
  /// How long instructions with the event wait before they retire, if that was measured.
  public var retirementLatency: RetirementLatency?
  /// What the source says of the event's standing.
  public var traits: EventTraits
  /// An expression for the identifiers of the PMUs that the event is for, or nil.
  ///
  /// Of chips instead of CPUs, the whole identifier that sysfs shows must match.
  public var compatibleIdentifiers: String?
  /// Where the description comes from.
  public var provenance: EventProvenance

  /// Creates a definition.
  ///
  /// - Parameters:
  ///   - name: The name as the source writes it.
  ///   - unit: The kind of PMU that counts the event.
  ///   - terms: The encoding as terms of the PMU.
  ///   - words: The encoding in the words of the attributes.
  ///   - provenance: Where the description comes from.
  public init(
    name: String, unit: PMUUnit, terms: String = "", words: EventWords? = nil,
    provenance: EventProvenance
  ) {
    self.name = name
    self.unit = unit
    self.terms = terms
    self.words = words
    self.provenance = provenance
    self.brief = ""
    self.details = ""
    self.topic = ""
    self.otherNames = []
    self.baseName = nil
    self.scale = 1
    self.countUnit = ""
    self.period = nil
    self.constraints = CounterConstraints()
    self.precision = .unknown
    self.retirementLatency = nil
    self.traits = []
    self.compatibleIdentifiers = nil
  }
}
