internal import EventCatalog

/// The spreading of events over the registers that they share.
struct RegisterLoad {
  /// The number of the register of each event that needs one.
  private(set) var place: [Int: Int] = [:]
  /// The largest number of events of a register.
  private(set) var most: Int = 0
  /// The number of runs that the registers need at least.
  private(set) var least: Int = 0
  /// The registers that need them, and the number of different values.
  private(set) var proof: (addresses: [UInt32], values: Int)?

  init(_ events: [Int], _ demands: [CounterDemand]) {
    var kinds: [[UInt32]: [Int]] = [:]
    for event in events {
      if let register = demands[event].register {
        kinds[register.addresses.sorted(), default: []].append(event)
      }
    }
    var next: Int = 0
    for (addresses, members) in kinds.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      // Each register takes every so many-th event.
      for (index, event) in members.enumerated() { place[event] = next + index % addresses.count }
      next += addresses.count
      most = max(most, Self.quotient(members.count, addresses.count))
      // Events that want the same value could share a register.
      let values: Int = Set(members.compactMap { demands[$0].register?.value }).count
      let runs: Int = Self.quotient(values, addresses.count)
      if runs > least {
        least = runs
        proof = (addresses, values)
      }
    }
  }

  private static func quotient(_ count: Int, _ places: Int) -> Int {
    (count + places - 1) / places
  }
}
