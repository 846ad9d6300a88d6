public import PerfEvent
internal import Synchronization

/// A refusal that a simulated kernel was told to give.
public struct SimulatedFault: Sendable {
  /// The calls that can be refused.
  public enum Call: Hashable, Sendable {
    /// Opening an event.
    case open
    /// A request about an open event.
    case control
    /// The request to all events of a thread.
    case controlThread
    /// Reading counts.
    case read
    /// Mapping memory.
    case map
    /// Waiting for events.
    case wait
    /// Reading a file.
    case readFile
    /// Listing a folder.
    case listDirectory
  }

  /// The call that is refused.
  public var call: Call
  /// The error of the refusal.
  public var error: Errno
  /// How many such calls go through before.
  public var skipping: Int
  /// How many are refused then; nil for all.
  public var times: Int?

  /// Creates a refusal.
  ///
  /// - Parameters:
  ///   - call: The call that is refused.
  ///   - error: The error of the refusal.
  ///   - skipping: How many such calls go through before.
  ///   - times: How many are refused then; nil for all.
  public init(_ call: Call, _ error: Errno, skipping: Int = 0, times: Int? = nil) {
    self.call = call
    self.error = error
    self.skipping = skipping
    self.times = times
  }
}

extension SimulatedKernel {
  /// Refuses calls from now on.
  ///
  /// - Parameter fault: Which calls, and how.
  public func refuse(_ fault: SimulatedFault) { state.withLock { $0.faults.append(fault) } }

  /// Refuses no call any more.
  public func refuseNothing() { state.withLock { $0.faults = [] } }
}

extension SimulatedKernel.State {
  /// Lets the time of a call pass, and gives the refusal that is due.
  @inline(__always)
  mutating func begin(_ call: SimulatedFault.Call) throws(Errno) {
    let duration: UInt64 = scheduler.machine.callDuration
    if duration > 0 { scheduler.advance(by: duration) }
    if faults.isEmpty { return }
    for index in faults.indices where faults[index].call == call {
      if faults[index].skipping > 0 {
        faults[index].skipping -= 1
        continue
      }
      if let times = faults[index].times {
        if times <= 0 { continue }
        faults[index].times = times - 1
      }
      throw faults[index].error
    }
  }
}
