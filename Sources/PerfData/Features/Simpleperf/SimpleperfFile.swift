/// A file that samples hit, with its symbols, as Android's recorder describes it.
public struct SimpleperfFile: Hashable, Sendable {
  /// The kind of a file.
  @frozen
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The number in the recording.
    public let rawValue: UInt32

    /// Creates a kind from its number.
    ///
    /// - Parameter rawValue: The number in the recording.
    public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// The kernel.
    public static let kernel: Kind = Kind(rawValue: 0)
    /// A module of the kernel.
    public static let kernelModule: Kind = Kind(rawValue: 1)
    /// A program or library.
    public static let elf: Kind = Kind(rawValue: 2)
    /// Code of the Android runtime.
    public static let dex: Kind = Kind(rawValue: 3)
    /// A list of the symbols of code that was made at run time.
    public static let symbolMap: Kind = Kind(rawValue: 4)
    /// A file of which nothing is known.
    public static let unknown: Kind = Kind(rawValue: 5)
  }

  /// A symbol of a file.
  public struct Symbol: Hashable, Sendable {
    /// The address, as the file has it.
    public internal(set) var address: UInt64 = 0
    /// The number of bytes.
    public internal(set) var length: UInt32 = 0
    /// The name, in the form of the compiler.
    public internal(set) var name: String = ""
  }

  /// The path.
  public internal(set) var path: String = ""
  /// The kind of file.
  public internal(set) var kind: Kind = .kernel
  /// The least address at which the file wants to be loaded.
  public internal(set) var minimumAddress: UInt64 = 0
  /// The symbols that samples hit.
  public internal(set) var symbols: [Symbol] = []
  /// The offsets of the runtime's code in a file that holds several; else empty.
  public internal(set) var dexFileOffsets: [UInt64] = []
  /// The offset in the file of the least address; nothing for other kinds than programs.
  public internal(set) var fileOffset: UInt64?
  /// The offset in memory of the least address; nothing for other kinds than modules.
  public internal(set) var memoryOffset: UInt64?
}

extension SimpleperfFile.Kind: CustomStringConvertible {
  /// The kind in words, or its number.
  public var description: String {
    switch rawValue {
    case 0: "kernel"
    case 1: "module"
    case 2: "ELF"
    case 3: "DEX"
    case 4: "symbol map"
    case 5: "unknown"
    default: "kind \(rawValue)"
    }
  }
}
