/// A fault that decoding the AUX area met.
///
/// The corresponding C constant is `PERF_RECORD_AUXTRACE_ERROR`.
@frozen
public struct AuxTraceErrorRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind of fault: 1 a fault of an instruction trace.
  @inlinable
  public var errorType: UInt32 { fields.uint32(8) }

  /// The number of the fault; its meaning depends on the kind.
  @inlinable
  public var code: UInt32 { fields.uint32(12) }

  /// The CPU, or -1.
  @inlinable
  public var cpu: Int32 { fields.int32(16) }

  /// The process and thread; -1 where they are not known.
  @inlinable
  public var thread: ThreadID { fields.thread(20) }

  /// The form of the record: 1 and more with a time, 2 and more with a machine.
  @inlinable
  public var format: UInt32 { fields.uint32(28) }

  /// The address of the instruction at which decoding stopped.
  @inlinable
  public var instructionPointer: UInt64 { fields.uint64(32) }

  /// The time in nanoseconds; nothing in records of the oldest form.
  @inlinable
  public var time: UInt64? { format >= 1 ? fields.uint64(40) : nil }

  @inlinable
  var messageStart: Int { format >= 1 ? 48 : 40 }

  /// The message as bytes, at most 64, which need not be UTF-8.
  public var messageBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(messageStart, min(64, fields.count - messageStart)).terminated }
  }

  /// The message, with replacement characters for bytes that are not UTF-8.
  public var message: String { String(nulTerminated: messageBytes) }

  /// The process of the virtual machine; nothing in records of older forms.
  @inlinable
  public var machineProcess: UInt32? { hasMachine ? fields.uint32(112) : nil }

  /// The virtual CPU; nothing in records of older forms.
  @inlinable
  public var virtualCPU: UInt32? { hasMachine ? fields.uint32(116) : nil }

  @inlinable
  var hasMachine: Bool { format >= 2 && fields.count >= 120 }
}
