internal import PerfEvent

extension EventDirectory {
  /// Takes note of what a record tells about events.
  ///
  /// - Parameter record: The next record in the caller's order.
  public mutating func apply(_ record: borrowing Record) {
    switch record.kind {
    case .sample: learnGroup(record)
    case .idIndex:
      if case .idIndex(let index) = record.content { apply(index, record) }
    case .eventUpdate:
      if case .eventUpdate(let update) = record.content, update.updateType == 2,
        let event = event(ofIdentifier: update.identifier), !update.text.isEmpty
      {
        rename(event, update.text)
      }
    default: break
    }
  }

  private mutating func apply(_ index: borrowing IDIndexRecord, _ record: borrowing Record) {
    let count = index.count
    let start = 16 + 32 * count
    let hasGuests = (record.size - start) / 16 >= count
    for position in 0..<count {
      let entry = index[position]
      let machine = hasGuests ? record.fields.uint64(start + 16 * position) : 0
      let virtual = hasGuests ? record.fields.uint64(start + 16 * position + 8) : 0
      places[entry.identifier] = IdentifierPlace(
        cpu: UInt32(exactly: entry.cpu),
        thread: Int32(exactly: entry.thread).flatMap {
          $0 < 0 ? nil : $0
        },
        machine: Int32(exactly: machine) ?? 0,
        virtualCPU: machine == 0 ? nil : UInt32(exactly: virtual))
    }
  }

  /// The first sample with the counts of a group tells its members.
  private mutating func learnGroup(_ record: borrowing Record) {
    let index = record.eventIndex
    guard index >= 0, index < events.count, events[index].readFormat.contains([.group, .id]),
      events[index].sampleFields.contains(.read), !learned.contains(index)
    else { return }
    learned.insert(index)
    guard !events[index].isGrouped, let sample = record.sample, let values = sample.readValues
    else { return }
    var members: [Int] = []
    var known: Set<Int> = []
    for position in 0..<values.count {
      guard let identifier = values[position].identifier,
        let member = event(ofIdentifier: identifier), !known.contains(member),
        !events[member].isGrouped, members.count < events.count
      else { continue }
      members.append(member)
      known.insert(member)
    }
    form(members, name: "")
  }
}
