/// A field of a tracepoint: where it lies in the raw data of a sample, and how to read it.
///
/// Look a field up once, outside of the loop over samples; reading it then costs
/// a comparison and a load, and allocates nothing:
///
///     let previous = format.field("prev_pid")
///     // For each sample:
///     let process = previous?.signed(in: raw)
@frozen
public struct TracepointField: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The type in C as the kernel declares it, without name and fixed length.
  public let type: String
  /// What the field holds.
  public let kind: Kind
  /// How the bytes are found.
  public let placement: Placement
  /// The offset in bytes of the field in the raw data.
  public let offset: Int
  /// The size in bytes at that offset: of the value itself, or of the note where it lies.
  ///
  /// An array that takes the rest of the raw data has the size 0.
  public let size: Int
  /// Whether its integers have a sign.
  public let isSigned: Bool
  /// The number of elements; nothing when it is no array, or its length differs by sample.
  public let arrayLength: Int?
  /// The size in bytes of an element, or of the value if it is no array; 0 when it is unknown.
  public let elementSize: Int
  /// Whether every tracepoint has the field.
  public let isCommon: Bool
  @usableFromInline let isSwapped: Bool
  /// The size of a single integer that can be loaded; 0 for everything else.
  @usableFromInline let loadSize: UInt8

  init(
    _ declaration: TracepointDeclaration, offset: Int, size: Int, isSigned: Bool,
    isSwapped: Bool
  ) {
    self.name = declaration.name
    self.type = declaration.type
    self.placement = declaration.placement
    self.offset = offset
    self.size = size
    self.isSigned = isSigned
    self.isSwapped = isSwapped
    self.isCommon = name.hasPrefix("common_")
    let shape = declaration.shape(size: size)
    self.kind = shape.kind
    self.arrayLength = shape.arrayLength
    self.elementSize = shape.elementSize
    let isNumber = placement == .inline && (kind == .integer || kind == .pointer)
    self.loadSize = isNumber ? UInt8(size) : 0
  }
}

extension TracepointField {
  /// The kinds of contents.
  public enum Kind: Hashable, Sendable {
    /// One integer of one, two, four or eight bytes; also an enumeration or a Boolean.
    case integer
    /// An address of the kernel or of a process.
    case pointer
    /// An array of characters, which ends at its first NUL byte.
    case text
    /// An array of integers.
    case integers
    /// A structure, or anything else that is only bytes.
    case structure
  }

  /// The ways to find the bytes of a field.
  public enum Placement: Hashable, Sendable {
    /// They lie at the offset of the field.
    case inline
    /// Four bytes there tell their offset from the begin of the raw data, and their count.
    ///
    /// The corresponding mark in a format is `__data_loc`.
    case dataLocation
    /// Four bytes there tell their offset from the end of the field, and their count.
    ///
    /// The corresponding mark in a format is `__rel_loc`.
    case relativeLocation
  }
}
