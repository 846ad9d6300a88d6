/// The addresses that were active in a sample, innermost first, borrowed from its record.
///
/// Between the addresses stand marks that tell in which context the next ones
/// were; ``frames`` resolves them.
@frozen
public struct Callchain: ~Escapable {
  /// The addresses and marks as they stand in the record.
  public let entries: UInt64View
  @usableFromInline let cpuMode: CPUMode

  @inlinable
  @_lifetime(copy entries)
  init(entries: UInt64View, cpuMode: CPUMode) {
    self.entries = entries
    self.cpuMode = cpuMode
  }

  /// The number of addresses and marks.
  @inlinable
  public var count: Int { entries.count }

  /// The address or mark at a position.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> UInt64 { entries[index] }

  /// The number that leads to the user part, if that follows in a record of its own.
  ///
  /// The callchain then ends in ``Context/deferredUser`` and this number.
  @inlinable
  public var deferredCookie: UInt64? {
    let count = entries.count
    guard count >= 2, entries[count - 2] == Context.deferredUser.rawValue else { return nil }
    return entries[count - 1]
  }

  /// The addresses with their contexts, innermost first.
  @inlinable
  public var frames: Frames {
    @_lifetime(copy self)
    get { Frames(entries: entries, context: Context(cpuMode)) }
  }
}
