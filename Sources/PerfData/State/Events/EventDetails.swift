internal import PerfEvent

/// What tells an event apart from the others of a recording.
public struct EventDetails: Hashable, Sendable {
  /// The position in ``PerfDataFile/events``.
  public let index: Int
  /// The name under which it was recorded.
  public internal(set) var name: String
  /// The name that no event of another PMU has.
  ///
  /// It is the name, or that with the PMU in front where the kernel's generic name
  /// stands for an event of each kind of core: `cpu_core/cycles/u`.
  public internal(set) var displayName: String
  /// The number of the PMU that counts it.
  ///
  /// For the kernel's generic hardware and cache events on a machine with several
  /// kinds of core, that is the PMU which the configuration names in its upper half.
  public let pmuType: UInt32
  /// The name of the PMU in sysfs, where the recording has it.
  public let pmuName: String?
  /// The position of the event that leads the group; its own outside of groups.
  public internal(set) var leader: Int
  /// The positions of the events of the group that this one leads; empty for others.
  public internal(set) var members: [Int] = []
  /// The name that the user gave the group; empty when there is none.
  public internal(set) var groupName: String = ""
  /// Whether the kernel counts the tasks that the thread begins as well.
  public let isInherited: Bool
  let sampleFields: SampleFields
  let readFormat: ReadFormat
  private let isGenericOfPMU: Bool

  init(index: Int, _ event: RecordedEvent, pmuNames: [UInt32: String]) {
    let attributes = event.attributes
    self.index = index
    name = event.name
    displayName = event.name
    leader = index
    isInherited = attributes.flags.contains(.inherit)
    sampleFields = attributes.sampleFields
    readFormat = attributes.readFormat
    let upper = UInt32(truncatingIfNeeded: attributes.config >> 32)
    let isGeneric = attributes.type == .hardware || attributes.type == .hardwareCache
    isGenericOfPMU = isGeneric && upper != 0
    pmuType = isGenericOfPMU ? upper : attributes.type.rawValue
    // The numbers below belong to kinds of events; raw codes go to the CPU's PMU.
    pmuName = pmuNames[pmuType] ?? (pmuType == EventType.raw.rawValue ? pmuNames[4] : nil)
  }

  /// Whether it belongs to a group of more than one event.
  public var isGrouped: Bool { leader != index || members.count > 1 }

  mutating func makeDisplayName(isShared: Bool) {
    displayName = name
    guard isGenericOfPMU || isShared, !name.contains("/"), let pmuName else { return }
    var event = Substring(name)
    var modifiers: Substring = ""
    // A tracepoint has a colon in its name, which is no modifier.
    if pmuType != EventType.tracepoint.rawValue, let colon = name.lastIndex(of: ":") {
      event = name[..<colon]
      modifiers = name[name.index(after: colon)...]
    }
    displayName = "\(pmuName)/\(event)/\(modifiers)"
  }
}
