internal import PerfEvent

/// A breakpoint as it was written.
struct ParsedBreakpoint: Equatable {
  var address: UInt64
  var length: UInt64?
  var access: BreakpointAccess?
}

extension ParsedBreakpoint: CustomStringConvertible {
  var description: String {
    var text: String = "mem:\(NumberText.shown(address))"
    if let length { text += "/\(NumberText.shown(length))" }
    guard let access else { return text }
    text += ":"
    if access.contains(.read) { text += "r" }
    if access.contains(.write) { text += "w" }
    if access.contains(.execute) { text += "x" }
    return text
  }
}
