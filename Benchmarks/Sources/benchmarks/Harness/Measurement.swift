/// What one run of a contender cost.
struct Measurement {
  /// The elapsed time per unit of work in nanoseconds.
  var elapsed: Double
  /// The user and system time per unit of work in nanoseconds, of whole processes.
  var processorTime: Double?
  /// The largest resident memory in bytes, of whole processes.
  var peakMemory: Double?

  /// The cost by its name.
  subscript(quantity: Quantity) -> Double? {
    switch quantity {
    case .elapsed: elapsed
    case .processorTime: processorTime
    case .peakMemory: peakMemory
    }
  }
}

/// A cost that is compared.
enum Quantity: String, CaseIterable {
  case elapsed = "elapsed"
  case processorTime = "user+sys"
  case peakMemory = "memory"
}
