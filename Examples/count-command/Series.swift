import Counting

/// One event over all runs.
struct Series {
  let counts: [EventCount]

  init(_ counts: [EventCount]) {
    self.counts = counts
  }

  var name: String { counts.first?.name ?? "" }
  var unit: String { counts.first?.unit ?? "" }

  /// The values of the runs that have one, in the event's unit.
  var values: [Double] { counts.compactMap(\.scaledValue) }

  /// The smallest share of time for which the event was counted in any run.
  var share: Double { counts.map(\.count.share).min() ?? 0 }

  /// Why runs have no value, each reason once.
  var reasons: [String] {
    var reasons: [String] = []
    for reason in counts.compactMap(\.count.absence) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return reasons
  }

  /// The word that stands in the place of a value.
  var absence: String {
    for count in counts {
      if case .notSupported = count.count { return "<not supported>" }
    }
    return "<not counted>"
  }

  /// A value of this event as text: whole numbers where counts are whole.
  func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 && (counts.first?.scale ?? 1) == 1
      ? "\(Int64(value))" : "\(value)"
  }
}
