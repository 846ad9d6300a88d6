/// The namespaces of a process.
///
/// The corresponding C constant is `PERF_RECORD_NAMESPACES`.
@frozen
public struct NamespacesRecord: ~Escapable {
  /// A namespace, identified by a device and an inode.
  @frozen
  public struct Namespace: Hashable, Sendable {
    /// The number of the device.
    public let device: UInt64
    /// The number of the inode.
    public let inode: UInt64

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - device: The device of the namespace.
    ///   - inode: The inode of the namespace.
    @inlinable
    public init(device: UInt64, inode: UInt64) {
      self.device = device
      self.inode = inode
    }
  }

  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }

  /// The number of namespaces.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(16)) }

  /// The namespace at a position: network, UTS, IPC, process, user, mount, cgroup.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> Namespace {
    precondition(index >= 0 && index < count, "index of a namespace out of range")
    return Namespace(
      device: fields.uint64(24 + 16 * index), inode: fields.uint64(32 + 16 * index))
  }
}
