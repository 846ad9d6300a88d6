import Counting

/// A program to be measured: it makes items, sorts them and builds an index.
struct Workload {
  let items: Int

  func run(_ regions: RegionCounter) throws {
    var numbers: [UInt64] = try regions.measure("make") { make() }
    try regions.measure("sort") { numbers.sort() }
    try regions.measure("index") {
      var index: [UInt64: Int] = [:]
      try regions.measure("reserve") { index.reserveCapacity(items) }
      try regions.measure("insert") {
        for (place, number) in numbers.enumerated() { index[number] = place }
      }
    }
  }

  private func make() -> [UInt64] {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    return (0..<items).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
