package import PerfEvent

/// A call that a ``ScriptedKernel`` got, with what it answered where tests ask.
package enum ScriptedCall: Hashable, Sendable {
  /// An event was opened, or refused.
  case open(ScriptedOpen, answer: ScriptedAnswer)
  /// An event was controlled by a number.
  case control(Int32, ControlRequest, argument: UInt64)
  /// An event was controlled by a value in memory, given here as it came in.
  case controlMemory(Int32, ControlRequest, bytes: [UInt8])
  /// All events of the calling thread were controlled.
  case controlThread(EventActivity)
  /// An event was read into so many bytes.
  case read(Int32, capacity: Int)
  /// An event was mapped.
  case map(Int32, offset: Int, length: Int, MappingAccess)
  /// Events were waited for.
  case wait([Int32], milliseconds: UInt32?)
  /// A mapping of an event was removed.
  case unmap(Int32)
  /// An event was closed.
  case close(Int32)
  /// A file was read.
  case readFile(String)
  /// A folder was listed.
  case listDirectory(String)
}

/// The arguments of an attempt to open an event.
package struct ScriptedOpen: Hashable, Sendable {
  /// The event.
  package var attributes: EventAttributes
  /// The task and the CPU.
  package var target: EventTarget
  /// The group's leader, or -1.
  package var group: Int32
  /// Options of the call.
  package var flags: OpenFlags
}

/// What a ``ScriptedKernel`` answered to an attempt to open an event.
package enum ScriptedAnswer: Hashable, Sendable {
  /// The event is open under this descriptor.
  case descriptor(Int32)
  /// The event was refused.
  case refused(Errno)
}

/// What one read of an event gives.
package enum ScriptedRead: Hashable, Sendable {
  /// These bytes; none means that a pinned event lost its counter.
  case bytes([UInt8])
  /// These words, in the machine's byte order.
  case words([UInt64])
  /// An error.
  case error(Errno)
}

/// The counts from which a ``ScriptedKernel`` builds a read in any format.
package struct ScriptedCounts: Hashable, Sendable {
  /// The number of events.
  package var value: UInt64
  /// The nanoseconds enabled; a group read takes those of the leader.
  package var timeEnabled: UInt64
  /// The nanoseconds running; a group read takes those of the leader.
  package var timeRunning: UInt64
  /// The number of lost samples.
  package var lost: UInt64

  /// Creates counts; without times the event ran for one millisecond.
  package init(
    value: UInt64, timeEnabled: UInt64 = 1_000_000, timeRunning: UInt64 = 1_000_000,
    lost: UInt64 = 0
  ) {
    self.value = value
    self.timeEnabled = timeEnabled
    self.timeRunning = timeRunning
    self.lost = lost
  }
}
