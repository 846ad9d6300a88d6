internal import PerfEvent

/// A breakpoint as it was written.
struct ParsedBreakpoint: Equatable {
  var address: UInt64
  var length: UInt64?
  var access: BreakpointAccess?
}
