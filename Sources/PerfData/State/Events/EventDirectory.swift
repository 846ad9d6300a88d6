internal import PerfEvent

/// The events of a recording with what tells them apart: PMU, group and display name.
///
/// On a machine with two kinds of core, an event such as `cycles` is two events,
/// one for each PMU, with the same name. ``EventDetails/displayName`` keeps them
/// apart, as `cpu_core/cycles/` and `cpu_atom/cycles/`.
///
/// Groups come from the header. Where it has none, as in a pipe, apply the records:
/// samples that carry the counts of their group tell who belongs to it.
public struct EventDirectory: Sendable {
  /// The events in the order of ``PerfDataFile/events``.
  public internal(set) var events: [EventDetails] = []
  /// What is known of each identifier beyond its event.
  var places: [UInt64: IdentifierPlace] = [:]
  private var eventOfIdentifier: [UInt64: Int] = [:]
  /// The events as they were given.
  private var source: [RecordedEvent]
  private var pmus: [PMUMapping]
  private var groups: [RecordedGroup]
  /// Events whose samples have told their group already.
  var learned: Set<Int> = []

  /// Creates a directory of events.
  ///
  /// - Parameters:
  ///   - events: The events of a file.
  ///   - pmus: The PMUs of the machine.
  ///   - groups: The groups of events.
  public init(
    _ events: [RecordedEvent], pmus: [PMUMapping] = [], groups: [RecordedGroup] = []
  ) {
    source = events
    self.pmus = pmus
    self.groups = groups
    var names: [UInt32: String] = [:]
    for pmu in pmus { names[pmu.type] = pmu.name }
    self.events = events.enumerated().map { index, event in
      EventDetails(index: index, event, pmuNames: names)
    }
    for (index, event) in events.enumerated() {
      for identifier in event.identifiers where identifier != 0 {
        eventOfIdentifier[identifier] = index
      }
    }
    nameApart()
    for group in groups {
      guard group.leader >= 0, group.count > 0, group.leader < events.count else { continue }
      let members = group.leader..<(group.leader + min(group.count, events.count - group.leader))
      form(Array(members), name: group.name)
    }
  }

  /// Takes over events that have come since.
  ///
  /// - Parameter events: All events so far; nothing happens when they are the same
  ///   as before.
  public mutating func update(_ events: [RecordedEvent]) {
    // Two copies of one array are equal at a glance, which they are from now on.
    let isNews = events != source
    source = events
    if isNews { rebuild(events) }
  }

  /// Takes over PMUs and groups that have come since.
  mutating func update(pmus: [PMUMapping]?, groups: [RecordedGroup]?) {
    guard pmus ?? self.pmus != self.pmus || groups ?? self.groups != self.groups else { return }
    self.pmus = pmus ?? self.pmus
    self.groups = groups ?? self.groups
    rebuild(source)
  }

  private mutating func rebuild(_ events: [RecordedEvent]) {
    let places = places
    self = EventDirectory(events, pmus: pmus, groups: groups)
    self.places = places
  }

  /// Gives an event a name that has come since.
  mutating func rename(_ event: Int, _ name: String) {
    source[event].name = name
    events[event].name = name
    events[event].makeDisplayName(isShared: false)
  }

  /// Finds the event of an identifier.
  ///
  /// - Parameter identifier: The identifier of a record; 0 belongs to the first event.
  /// - Returns: The position of the event, or nothing for an unknown identifier.
  public func event(ofIdentifier identifier: UInt64) -> Int? {
    if identifier == 0 { return events.isEmpty ? nil : 0 }
    return eventOfIdentifier[identifier]
  }

  /// Finds the CPU and the thread for which an identifier was opened.
  ///
  /// - Parameter identifier: The identifier of a record.
  /// - Returns: What the recorder listed, or nothing where it listed none.
  public func place(ofIdentifier identifier: UInt64) -> IdentifierPlace? { places[identifier] }

  /// Puts events into a group, of which the first one leads.
  mutating func form(_ members: [Int], name: String) {
    guard let leader = members.first, members.count > 1 || !name.isEmpty else { return }
    for member in members {
      events[member].leader = leader
      events[member].groupName = name
      events[member].members = member == leader ? members : []
    }
  }

  /// Gives events that share a name the name of their PMU too.
  private mutating func nameApart() {
    var first: [String: Int] = [:]
    var shared: Set<String> = []
    for event in events {
      if let other = first[event.name] {
        if events[other].pmuType != event.pmuType { shared.insert(event.name) }
      } else {
        first[event.name] = event.index
      }
    }
    for index in events.indices {
      events[index].makeDisplayName(isShared: shared.contains(events[index].name))
    }
  }
}
