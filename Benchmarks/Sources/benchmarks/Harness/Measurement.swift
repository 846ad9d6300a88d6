/// What one run of a contender cost, as far as it was measured.
struct Measurement {
  /// The elapsed time per unit of work in nanoseconds.
  var elapsed: Double?
  /// The user and system time per unit of work in nanoseconds.
  var processorTime: Double?
  /// The largest memory in bytes of a process, without what it mapped from files.
  var ownMemory: Double?

  /// The cost by its name.
  subscript(quantity: Quantity) -> Double? {
    switch quantity {
    case .elapsed: elapsed
    case .processorTime: processorTime
    case .ownMemory: ownMemory
    }
  }
}

/// A cost that is compared.
enum Quantity: String, CaseIterable {
  case elapsed = "elapsed"
  case processorTime = "user+sys"
  case ownMemory = "memory"
}
