public import PerfEvent

/// What an event of libpfm4 becomes.
public struct LibpfmEncoding: Hashable, Sendable {
  /// The event with all its unit masks and modifiers, defaults included.
  ///
  /// The library cuts it after 255 bytes.
  public var qualifiedName: String
  /// The name of the PMU in the tables.
  public var pmu: String
  /// The kind of PMU in the kernel's names.
  public var unit: PMUUnit
  /// The kernel's name of the PMU, or nil for the kernel's own events.
  ///
  /// It is `cpu` for every PMU of the cores. For another machine, of which there is a
  /// copy of sysfs, it leads to the right type.
  public var kernelName: String?
  /// The number that attributes bear, or nil where only a kernel can tell it.
  ///
  /// It is nil for a PMU outside of the cores that this machine lacks, and else the
  /// number of this machine's.
  public var type: EventType?
  /// The words of the attributes.
  public var words: EventWords
  /// The exclusions and other properties that the name or the library set.
  public var flags: EventFlags
  /// The bound on the distance between a sample and its instruction, from 0 to 3.
  public var precision: UInt8
  /// The sample period, or the frequency with the flag of this name; 0 if not given.
  public var samplePeriod: UInt64
  /// The CPU that the name asks for.
  public var cpu: Int?
  /// The values of the hardware's registers, where the words were made from them.
  ///
  /// They are there if the library encodes for the kernel only where that offers the
  /// PMU.
  public var registers: [UInt64]
  /// What is known to be wrong with the answer of the library.
  public var remarks: [LibpfmRemark]

  /// The attributes, or nil if the type is not known.
  public var attributes: EventAttributes? { type.map(attributes(type:)) }

  /// Makes attributes for a PMU of a known number.
  ///
  /// - Parameter type: The number that sysfs says of the PMU.
  /// - Returns: The attributes.
  public func attributes(type: EventType) -> EventAttributes {
    var attributes = EventAttributes(type: type, config: words.config)
    attributes.config1 = words.config1
    attributes.config2 = words.config2
    attributes.config3 = words.config3
    attributes.config4 = words.config4
    attributes.flags = flags
    attributes.precision = precision
    attributes.samplePeriod = samplePeriod
    return attributes
  }
}
