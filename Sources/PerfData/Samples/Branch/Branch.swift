/// A branch that was taken, and what the hardware told of it.
///
/// The corresponding C type is `perf_branch_entry`.
@frozen
public struct Branch: Hashable, Sendable {
  /// The address of the branch.
  public let from: UInt64
  /// The address to which it led.
  public let to: UInt64
  /// The flags, with bit fields in the order of little-endian machines.
  public let flags: UInt64

  /// Creates a branch.
  ///
  /// - Parameters:
  ///   - from: The address of the branch.
  ///   - to: The address to which it led.
  ///   - flags: The flags, with bit fields in the order of little-endian machines.
  @inlinable
  public init(from: UInt64, to: UInt64, flags: UInt64 = 0) {
    self.from = from
    self.to = to
    self.flags = flags
  }

  @inlinable
  init(from: UInt64, to: UInt64, stored: UInt64, isMirrored: Bool) {
    self.from = from
    self.to = to
    self.flags = isMirrored ? Branch.unmirrored(stored) : stored
  }

  /// Whether it was predicted wrongly.
  @inlinable
  public var isMispredicted: Bool { flags & 1 != 0 }
  /// Whether it was predicted rightly; some hardware tells neither.
  @inlinable
  public var isPredicted: Bool { flags >> 1 & 1 != 0 }
  /// Whether it was within a transaction.
  @inlinable
  public var isInTransaction: Bool { flags >> 2 & 1 != 0 }
  /// Whether it aborted a transaction.
  @inlinable
  public var isAbort: Bool { flags >> 3 & 1 != 0 }
  /// The cycles since the branch before; 0 when the hardware does not tell.
  @inlinable
  public var cycles: UInt16 { UInt16(truncatingIfNeeded: flags >> 4) }
  /// The kind of branch; the extended one is told by ``extendedType``.
  @inlinable
  public var type: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: flags >> 20 & 15)) }
  /// The outcome of speculation.
  @inlinable
  public var speculation: Speculation {
    Speculation(rawValue: UInt8(truncatingIfNeeded: flags >> 24 & 3))
  }
  /// More kinds of branch; nothing unless the kind is the extended one.
  ///
  /// The corresponding C field is `new_type`.
  @inlinable
  public var extendedType: ExtendedKind? {
    guard type == .extended else { return nil }
    return ExtendedKind(rawValue: UInt8(truncatingIfNeeded: flags >> 26 & 15))
  }
  /// The privilege level at which the branch ended.
  @inlinable
  public var privilege: Privilege {
    Privilege(rawValue: UInt8(truncatingIfNeeded: flags >> 30 & 7))
  }

  /// Brings the bit fields of a big-endian machine, which allocates them from
  /// the top, to the order of a little-endian one.
  @usableFromInline
  static func unmirrored(_ stored: UInt64) -> UInt64 {
    let places: [(top: UInt64, first: UInt64, width: UInt64)] = [
      (63, 0, 1), (62, 1, 1), (61, 2, 1), (60, 3, 1), (44, 4, 16), (40, 20, 4), (38, 24, 2),
      (34, 26, 4), (31, 30, 3),
    ]
    var result: UInt64 = 0
    for place in places {
      result |= (stored >> place.top & (1 << place.width - 1)) << place.first
    }
    return result
  }
}
