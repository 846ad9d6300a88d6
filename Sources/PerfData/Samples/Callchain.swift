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

  /// The addresses with their contexts, innermost first.
  @inlinable
  public var frames: Frames {
    @_lifetime(copy self)
    get { Frames(entries: entries, context: Context(cpuMode)) }
  }
}
