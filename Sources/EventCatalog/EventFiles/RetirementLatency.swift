/// How long instructions with an event wait before they retire.
enum RetirementLatency {
  /// The latency in words.
  static func remark(mean: String, minimum: String?, maximum: String?) -> String {
    var remark: String = "retirement latency \(mean) cycles in the mean"
    if let minimum, let maximum { remark += ", \(minimum) to \(maximum)" }
    return remark
  }
}
