/// The groups that a group in braces becomes where its names stand for several PMUs.
///
/// The kernel has no group over two PMUs. `{cycles,instructions}` on two kinds of
/// cores is therefore one group for each.
enum PMUPartition {
  /// Parts one group per PMU if any member stands for several.
  ///
  /// Events without a PMU, such as those of the kernel's software, are counted
  /// once, in the first group.
  static func parts(of members: [[PendingEvent]]) -> [[PendingEvent]] {
    let events: [PendingEvent] = members.flatMap { $0 }
    let isSpread: Bool = members.contains { Set($0.compactMap(\.event.pmu)).count > 1 }
    guard isSpread else { return [events] }
    var order: [String] = []
    for case let pmu? in events.map(\.event.pmu) where !order.contains(pmu) { order.append(pmu) }
    return order.map { pmu in
      events.filter { ($0.event.pmu ?? order.first) == pmu }
    }
  }
}
