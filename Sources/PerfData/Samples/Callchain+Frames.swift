extension Callchain {
  /// An address of a callchain and its context.
  @frozen
  public struct Frame: Hashable, Sendable {
    /// The address: where the sample was taken, then return addresses.
    public let address: UInt64
    /// The context in which the address is to be looked up.
    public let context: Context

    @inlinable
    init(address: UInt64, context: Context) {
      self.address = address
      self.context = context
    }
  }

  /// A loop over the addresses of a callchain, innermost first.
  @frozen
  public struct Frames: ~Escapable {
    @usableFromInline let entries: UInt64View
    @usableFromInline var context: Context
    @usableFromInline var index: Int = 0

    @inlinable
    @_lifetime(copy entries)
    init(entries: UInt64View, context: Context) {
      self.entries = entries
      self.context = context
    }

    /// Moves to the next address.
    ///
    /// The cookie of a deferred part is given as its one address.
    ///
    /// - Returns: The address and its context, or nothing behind the last.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func next() -> Frame? {
      while index < entries.count {
        let entry = entries[index]
        index &+= 1
        guard Context.isMark(entry) else { return Frame(address: entry, context: context) }
        context = Context(rawValue: entry)
      }
      return nil
    }
  }
}
