/// The place in the memory hierarchy that answered an access, as bit fields.
///
/// Some fields are sets of bits, others numbers. The corresponding C type is
/// `perf_mem_data_src`.
@frozen
public struct DataSource: RawRepresentable, Hashable, Sendable {
  /// The bits in the sample.
  public let rawValue: UInt64

  /// Creates a value from bits.
  ///
  /// - Parameter rawValue: The bits in the sample.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  @inlinable
  func field(_ first: UInt64, width: UInt64) -> UInt64 {
    rawValue >> first & (1 << width - 1)
  }

  /// The operations that the access consisted of.
  @inlinable
  public var operation: Operation { Operation(rawValue: field(0, width: 5)) }
  /// The levels of memory that answered, and whether they had the data.
  @inlinable
  public var level: Level { Level(rawValue: field(5, width: 14)) }
  /// The answers of other caches.
  @inlinable
  public var snoop: Snoop { Snoop(rawValue: field(19, width: 5)) }
  /// The locking of the access.
  @inlinable
  public var lock: Lock { Lock(rawValue: field(24, width: 2)) }
  /// The translation of the address.
  @inlinable
  public var translation: Translation { Translation(rawValue: field(26, width: 7)) }
  /// The level of memory that answered, as newer kernels tell it.
  @inlinable
  public var levelNumber: LevelNumber { LevelNumber(rawValue: field(33, width: 4)) }
  /// Whether the answer came from another node.
  @inlinable
  public var isRemote: Bool { field(37, width: 1) != 0 }
  /// More answers of other caches.
  @inlinable
  public var extendedSnoop: ExtendedSnoop { ExtendedSnoop(rawValue: field(38, width: 2)) }
  /// The reasons why the access was blocked.
  @inlinable
  public var blocking: Blocking { Blocking(rawValue: field(40, width: 3)) }
  /// The distance of what answered.
  @inlinable
  public var hops: Hops { Hops(rawValue: field(43, width: 3)) }
  /// The region of memory that answered.
  @inlinable
  public var region: Region { Region(rawValue: field(46, width: 5)) }

  /// The names of the bits that are set, with spaces between them.
  static func words(_ bits: UInt64, _ names: [String]) -> String {
    var words: [String] = []
    for (bit, name) in names.enumerated() where bits >> UInt64(bit) & 1 != 0 { words.append(name) }
    return words.joined(separator: " ")
  }
}
