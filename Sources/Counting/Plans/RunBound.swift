public import EventCatalog

/// Why a number of runs cannot be undercut.
public struct RunBound: Hashable, Sendable {
  /// The number of runs that are needed at least.
  public var runs: Int
  /// What needs them, the runs of events that are taken alone apart.
  public var reason: Reason
  /// How many of the runs are those of events that are taken alone.
  public var alone: Int

  /// What needs runs.
  public enum Reason: Hashable, Sendable {
    /// There is nothing to count beside events that are taken alone.
    case nothing
    /// So many events can be on these counters only.
    case counters(CounterSet, events: Int)
    /// So many different values are wanted in so many registers.
    case register(addresses: [UInt32], values: Int)
  }

  init(_ load: CounterLoad, _ registers: RegisterLoad, alone: Int) {
    self.alone = alone
    if let proof = registers.proof, registers.least > load.most {
      runs = registers.least + alone
      reason = .register(addresses: proof.addresses, values: proof.values)
    } else if load.most > 0 {
      runs = load.most + alone
      reason = .counters(load.proof.counters, events: load.proof.events)
    } else {
      runs = alone
      reason = .nothing
    }
  }
}

extension RunBound: CustomStringConvertible {
  /// One sentence that says what needs the runs.
  public var description: String {
    var text: String =
      switch reason {
      case .nothing: "nothing needs a run with others"
      case .counters(let counters, let events):
        "\(events) events can be on \(counters.count) counters only, which takes "
          + "\(runs - alone) runs"
      case .register(let addresses, let values):
        "\(values) values are wanted in \(addresses.count) registers, which takes "
          + "\(runs - alone) runs"
      }
    if alone > 0 { text += "; \(alone) events are counted alone" }
    return text
  }
}
