/// A mapping that can be executed came into being, with its device, inode or build identifier.
///
/// The corresponding C constant is `PERF_RECORD_MMAP2`.
@frozen
public struct MemoryMap2Record: ~Escapable {
  @usableFromInline let fields: FieldBytes
  @usableFromInline let flags: RecordFlags

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, flags: RecordFlags) {
    self.fields = fields
    self.flags = flags
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }

  /// The first address of the mapping.
  @inlinable
  public var address: UInt64 { fields.uint64(16) }

  /// The number of bytes that are mapped.
  @inlinable
  public var length: UInt64 { fields.uint64(24) }

  /// The offset in the file of the first byte.
  ///
  /// For the kernel it is the address of its first symbol. The corresponding C
  /// field is `pgoff`.
  @inlinable
  public var fileOffset: UInt64 { fields.uint64(32) }

  /// Whether the mapping carries a build identifier instead of device and inode.
  @inlinable
  public var hasBuildID: Bool { flags.contains(.buildID) }

  /// The bytes that identify the contents of the file; empty when they are not told.
  @inlinable
  public var buildID: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(44, hasBuildID ? min(Int(fields.uint8(40)), 20) : 0) }
  }

  /// The major number of the device; 0 when a build identifier is told.
  @inlinable
  public var deviceMajor: UInt32 { hasBuildID ? 0 : fields.uint32(40) }

  /// The minor number of the device; 0 when a build identifier is told.
  @inlinable
  public var deviceMinor: UInt32 { hasBuildID ? 0 : fields.uint32(44) }

  /// The inode of the file; 0 when a build identifier is told.
  @inlinable
  public var inode: UInt64 { hasBuildID ? 0 : fields.uint64(48) }

  /// The generation of the inode; 0 when a build identifier is told.
  @inlinable
  public var inodeGeneration: UInt64 { hasBuildID ? 0 : fields.uint64(56) }

  /// The permitted accesses: bit 0 reading, 1 writing, 2 execution.
  @inlinable
  public var protection: UInt32 { fields.uint32(64) }

  /// The flags with which it was mapped.
  @inlinable
  public var mapFlags: UInt32 { fields.uint32(68) }

  /// The path of the mapped file, or a name in brackets as bytes, which need not be UTF-8.
  @inlinable
  public var pathBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 72) }
  }

  /// The path of the mapped file, or a name in brackets, with replacement characters for bytes that are not UTF-8.
  public var path: String { String(nulTerminated: pathBytes) }
}
