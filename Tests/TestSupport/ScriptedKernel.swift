package import PerfEvent
import Synchronization

/// A kernel that answers as a test tells it, and notes every call.
///
/// Without a script it opens whatever is asked for, counts nothing, and has no
/// files. Descriptors start at 1000, so that none is one of the process.
package final class ScriptedKernel: Kernel {
  /// Whether, and with which error, an event is refused.
  package typealias OpenRule = @Sendable (ScriptedOpen) -> Errno?
  /// Whether, and with which error, a request is refused.
  package typealias ControlRule = @Sendable (Int32, ControlRequest, UInt64) -> Errno?
  /// Fills the memory of a request, or refuses it.
  package typealias MemoryRule =
    @Sendable (Int32, ControlRequest, UnsafeMutableRawBufferPointer) -> Errno?
  /// Whether, and with which error, a mapping is refused; may fill it otherwise.
  package typealias MapRule = @Sendable (Int32, ScriptedMemory, MappingAccess) -> Errno?

  /// What an event that is waited for tells.
  package typealias WaitRule = @Sendable (Int32) -> EventReadiness?

  struct OpenEvent {
    var call: ScriptedOpen
    var id: UInt64
    var members: [Int32]
    var counts: ScriptedCounts?
    var reads: [ScriptedRead] = []
  }

  enum File {
    case bytes([UInt8])
    case folder
    case error(Errno)
  }

  struct State {
    var nextDescriptor: Int32 = 1000
    var events: [Int32: OpenEvent] = [:]
    var memories: [UInt: ScriptedMemory] = [:]
    var files: [String: File] = [:]
    var calls: [ScriptedCall] = []
    var misuses: [String] = []
    var openRules: [OpenRule] = []
    var controlRules: [ControlRule] = []
    var memoryRules: [MemoryRule] = []
    var mapRules: [MapRule] = []
    var waitRules: [WaitRule] = []
    var countsOfConfig: [UInt64: ScriptedCounts] = [:]
    var attributeSize: UInt32? = 136
    var descriptorLimit: DescriptorLimit? = DescriptorLimit(soft: 1024, hard: 4096)
  }

  let state: Mutex<State> = Mutex(State())

  /// Creates a kernel without a script.
  package init() {}
}

extension ScriptedKernel {
  /// All calls so far, in their order.
  package var calls: [ScriptedCall] { state.withLock { $0.calls } }

  /// All attempts to open an event so far, in their order.
  package var opens: [ScriptedOpen] {
    calls.compactMap { if case .open(let open, _) = $0 { open } else { nil } }
  }

  /// The descriptors that are open now, in ascending order.
  package var openDescriptors: [Int32] { state.withLock { $0.events.keys.sorted() } }

  /// Every resource that was not given back, one sentence each.
  package var leaks: [String] {
    state.withLock { state in
      state.events.keys.sorted().map { "descriptor \($0) is open" }
        + state.memories.values.map { "a mapping of descriptor \($0.descriptor) exists" }.sorted()
    }
  }

  /// Every call with a descriptor or mapping that was not open, one sentence each.
  package var misuses: [String] { state.withLock { $0.misuses } }

  /// Forgets all calls so far.
  package func forgetCalls() { state.withLock { $0.calls = [] } }
}
