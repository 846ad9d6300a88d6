/// The reasons why a hardware transaction ended, and the code of its abort.
///
/// The corresponding C constants begin with `PERF_TXN_`.
@frozen
public struct SampleTransaction: OptionSet, Hashable, Sendable {
  /// The bits in the sample.
  public let rawValue: UInt64

  /// Creates a value from bits.
  ///
  /// - Parameter rawValue: The bits in the sample.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The transaction elided a lock.
  @inlinable
  public static var elision: SampleTransaction { SampleTransaction(rawValue: 1 << 0) }
  /// The transaction was one of the program.
  @inlinable
  public static var transaction: SampleTransaction { SampleTransaction(rawValue: 1 << 1) }
  /// The instruction itself ended it.
  @inlinable
  public static var synchronous: SampleTransaction { SampleTransaction(rawValue: 1 << 2) }
  /// Something else than the instruction ended it.
  @inlinable
  public static var asynchronous: SampleTransaction { SampleTransaction(rawValue: 1 << 3) }
  /// Trying again may succeed.
  @inlinable
  public static var retry: SampleTransaction { SampleTransaction(rawValue: 1 << 4) }
  /// Another CPU used the same memory.
  @inlinable
  public static var conflict: SampleTransaction { SampleTransaction(rawValue: 1 << 5) }
  /// It wrote more than the hardware can keep.
  @inlinable
  public static var writeCapacity: SampleTransaction { SampleTransaction(rawValue: 1 << 6) }
  /// It read more than the hardware can keep.
  @inlinable
  public static var readCapacity: SampleTransaction { SampleTransaction(rawValue: 1 << 7) }

  /// The code that the program gave when it aborted the transaction.
  @inlinable
  public var abortCode: UInt32 { UInt32(truncatingIfNeeded: rawValue >> 32) }
}

extension SampleTransaction: CustomStringConvertible {
  /// The words of the bits that are set, and the code of the abort if there is one.
  public var description: String {
    let words = DataSource.words(rawValue, Self.names)
    if abortCode == 0 { return words }
    return (words.isEmpty ? "" : words + " ") + "abort-\(abortCode)"
  }

  private static let names: [String] = [
    "elision", "transaction", "sync", "async", "retry", "conflict", "capacity-write",
    "capacity-read",
  ]
}
