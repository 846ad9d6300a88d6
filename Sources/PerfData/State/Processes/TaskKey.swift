/// A process or thread of the host or of a guest, by number.
struct TaskKey: Hashable, Sendable {
  /// The process of a guest in the upper half, or 0 for the host.
  let rawValue: UInt64

  init(_ number: Int32, machine: Int32) {
    rawValue = UInt64(UInt32(bitPattern: machine)) << 32 | UInt64(UInt32(bitPattern: number))
  }

  var number: Int32 { Int32(truncatingIfNeeded: rawValue) }
  var machine: Int32 { Int32(truncatingIfNeeded: rawValue >> 32) }

  /// The process under which a kernel's own mappings stand.
  static func kernel(machine: Int32) -> TaskKey { TaskKey(-1, machine: machine) }
  /// A number of no process, for code that a kernel makes up while it runs.
  static func kernelCode(machine: Int32) -> TaskKey { TaskKey(-2, machine: machine) }
}
