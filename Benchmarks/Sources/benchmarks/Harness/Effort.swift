import CPeers

/// How many rounds a race gets.
struct Effort {
  /// The rounds of what is quickly done.
  var rounds: Int = 31
  /// The seconds after which no further round begins.
  var seconds: Double = 5
  /// The rounds that slow work is given all the same: the fewest for an interval.
  static let fewest = 6

  /// Counts the rounds of a race.
  func clock() -> Clock { Clock(effort: self) }

  /// The rounds and the time that a race has taken.
  struct Clock {
    let effort: Effort
    private let start: UInt64 = peer_now()
    private var begun = 0

    init(effort: Effort) { self.effort = effort }

    /// Whether another round is to begin; it is then counted.
    mutating func goesOn() -> Bool {
      let isLate: Bool = Double(peer_now() - start) > effort.seconds * 1e9
      guard begun < effort.rounds, begun < Effort.fewest || !isLate else { return false }
      begun += 1
      return true
    }
  }
}
