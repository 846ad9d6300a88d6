internal import CPerfEvent

/// The instructions that read a counter and the clock from user space.
protocol CounterHardware {
  /// Reads the counter that the page names.
  func counter(_ operand: UInt32) -> UInt64
  /// Reads the clock that the page's time fields convert.
  func clock() -> UInt64
}

/// The instructions of this CPU.
struct NativeCounterHardware: CounterHardware {
  /// Whether the architecture has such instructions.
  static var isPresent: Bool { CPERF_USER_COUNTERS != 0 }

  @inline(__always)
  func counter(_ operand: UInt32) -> UInt64 { cperf_read_counter(operand) }

  @inline(__always)
  func clock() -> UInt64 { cperf_read_clock() }
}
