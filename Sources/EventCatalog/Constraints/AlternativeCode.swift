/// One of several codes of an event, each with a register of its own beside the counter.
///
/// An event that needs one of two registers has a code for each, so that two such
/// events with different values can be counted at the same time, but not three.
public struct AlternativeCode: Hashable, Sendable {
  /// The code of the event, without its unit mask.
  public var event: UInt64
  /// The unit mask.
  public var unitMask: UInt64
  /// The register that goes with the code, such as 0x1A7.
  public var register: UInt32
  /// The counters that can hold the event under this code; nil where all of it can.
  public var counters: CounterSet?

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - event: The code of the event, without its unit mask.
  ///   - unitMask: The unit mask.
  ///   - register: The register that goes with the code.
  ///   - counters: The counters that can hold the event under this code.
  public init(event: UInt64, unitMask: UInt64, register: UInt32, counters: CounterSet? = nil) {
    self.event = event
    self.unitMask = unitMask
    self.register = register
    self.counters = counters
  }
}
