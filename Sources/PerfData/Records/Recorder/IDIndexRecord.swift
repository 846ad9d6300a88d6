/// The CPUs and threads of the identifiers of events.
///
/// The corresponding C constant is `PERF_RECORD_ID_INDEX`.
@frozen
public struct IDIndexRecord: ~Escapable {
  /// What belongs to an identifier.
  @frozen
  public struct Entry: Hashable, Sendable {
    /// The identifier.
    public let identifier: UInt64
    /// The position of the buffer.
    public let index: UInt64
    /// The CPU, or -1.
    public let cpu: Int64
    /// The thread, or -1.
    public let thread: Int64
    /// The process of the virtual machine that has the CPU; nothing in most records.
    public let machineProcess: UInt64?
    /// The number of the virtual CPU; nothing in most records.
    public let virtualCPU: UInt64?

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - identifier: The identifier.
    ///   - index: The position of the buffer.
    ///   - cpu: The CPU, or -1.
    ///   - thread: The thread, or -1.
    ///   - machineProcess: The process of the virtual machine that has the CPU.
    ///   - virtualCPU: The number of the virtual CPU.
    @inlinable
    public init(
      identifier: UInt64, index: UInt64, cpu: Int64, thread: Int64, machineProcess: UInt64? = nil,
      virtualCPU: UInt64? = nil
    ) {
      self.identifier = identifier
      self.index = index
      self.cpu = cpu
      self.thread = thread
      self.machineProcess = machineProcess
      self.virtualCPU = virtualCPU
    }

    @inlinable
    init(_ fields: FieldBytes, at offset: Int, machine: Int?) {
      identifier = fields.uint64(offset)
      index = fields.uint64(offset + 8)
      cpu = Int64(bitPattern: fields.uint64(offset + 16))
      thread = Int64(bitPattern: fields.uint64(offset + 24))
      machineProcess = machine.map { fields.uint64($0) }
      virtualCPU = machine.map { fields.uint64($0 + 8) }
    }
  }

  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number of identifiers.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(8)) }

  /// The identifier at a position, and what belongs to it.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "index of an identifier out of range")
    // The machines stand behind all entries, if there is room for them.
    let machines = 16 + 32 * count
    let hasMachines = fields.count - machines >= 16 * count
    return Entry(
      fields, at: 16 + 32 * index, machine: hasMachines ? machines + 16 * index : nil)
  }
}
