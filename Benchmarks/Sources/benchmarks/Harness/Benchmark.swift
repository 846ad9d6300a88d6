/// Work done by us and by others.
struct Benchmark {
  /// What `--filter` looks at and the table shows.
  let name: String
  /// How to print what one unit of work costs.
  let unit: Unit
  /// We and each peer.
  let races: [Race]
  /// The most rounds that make sense, as for what hardly differs from run to run.
  var mostRounds: Int = .max

  /// A unit that times are printed in.
  struct Unit {
    let name: String
    let nanoseconds: Double

    static let nanosecond = Unit(name: "ns", nanoseconds: 1)
    static let millisecond = Unit(name: "ms", nanoseconds: 1e6)
    /// The time that 10^9 bytes take: 1000 are 1 GB/s.
    static let millisecondPerGigabyte = Unit(name: "ms/GB", nanoseconds: 1e6)
  }

  /// Runs all races.
  ///
  /// - Parameter effort: How many rounds are wanted.
  /// - Returns: One comparison for each peer and quantity.
  /// - Throws: What a contender throws.
  func run(effort: Effort) throws -> [Comparison] {
    var effort: Effort = effort
    effort.rounds = min(effort.rounds, mostRounds)
    return try races.flatMap { try $0.run(of: self, effort: effort) }
  }
}
