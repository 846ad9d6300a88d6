extension Callchain {
  /// The context in which an address of a callchain was active.
  ///
  /// The corresponding C type is `perf_callchain_context`.
  @frozen
  public struct Context: RawRepresentable, Hashable, Sendable {
    /// The mark in the callchain; 0 when the context is unknown.
    public let rawValue: UInt64

    /// Creates a context from its mark.
    ///
    /// - Parameter rawValue: The mark in the callchain.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    @inlinable
    init(negative: Int64) {
      rawValue = UInt64(bitPattern: negative)
    }

    /// A context that is not known.
    @inlinable
    public static var unknown: Context { Context(rawValue: 0) }
    /// The hypervisor.
    @inlinable
    public static var hypervisor: Context { Context(negative: -32) }
    /// The kernel.
    @inlinable
    public static var kernel: Context { Context(negative: -128) }
    /// A program.
    @inlinable
    public static var user: Context { Context(negative: -512) }
    /// A program whose part follows in a record of its own, under the cookie that comes next.
    @inlinable
    public static var deferredUser: Context { Context(negative: -640) }
    /// A guest.
    @inlinable
    public static var guest: Context { Context(negative: -2048) }
    /// The kernel of a guest.
    @inlinable
    public static var guestKernel: Context { Context(negative: -2176) }
    /// A program of a guest.
    @inlinable
    public static var guestUser: Context { Context(negative: -2560) }

    /// Tells whether an entry of a callchain is a mark rather than an address.
    @inlinable
    public static func isMark(_ entry: UInt64) -> Bool {
      entry >= UInt64(bitPattern: -4095)
    }

    /// The context in which a sample begins without a mark.
    @inlinable
    init(_ mode: CPUMode) {
      switch mode {
      case .kernel: self = .kernel
      case .user: self = .user
      case .hypervisor: self = .hypervisor
      case .guestKernel: self = .guestKernel
      case .guestUser: self = .guestUser
      default: self = .unknown
      }
    }
  }
}
