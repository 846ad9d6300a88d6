import PerfData

extension RecordOrder {
  /// The order by the name that command lines and results have for it.
  init?(name: String) {
    guard let order = RecordOrder.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = order
  }

  /// What the names of benchmarks call it.
  var label: String {
    switch self {
    case .file: "file"
    case .rounds: "round"
    case .time: "time"
    }
  }
}
