/// A BPF program that was loaded, as the kernel describes it.
///
/// What a recorder's kernel did not know yet is 0 or empty. The corresponding C
/// type is `bpf_prog_info`.
public struct BPFProgramInfo: Hashable, Sendable {
  /// The arrays of a program that a file holds.
  ///
  /// The corresponding C constants begin with `PERF_BPIL_`.
  public struct Arrays: OptionSet, Hashable, Sendable {
    /// The bits in the file.
    public let rawValue: UInt64

    /// Creates a set from bits.
    ///
    /// - Parameter rawValue: The bits in the file.
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// The program as the machine runs it.
    public static let machineCode: Arrays = Arrays(rawValue: 1 << 0)
    /// The program as BPF instructions.
    public static let instructions: Arrays = Arrays(rawValue: 1 << 1)
    /// The numbers of the maps.
    public static let maps: Arrays = Arrays(rawValue: 1 << 2)
    /// The addresses of the functions.
    public static let symbols: Arrays = Arrays(rawValue: 1 << 3)
    /// The sizes of the functions.
    public static let functionSizes: Arrays = Arrays(rawValue: 1 << 4)
    /// The types of the functions.
    public static let functions: Arrays = Arrays(rawValue: 1 << 5)
    /// The source lines of the BPF instructions.
    public static let lines: Arrays = Arrays(rawValue: 1 << 6)
    /// The source lines of the machine's instructions.
    public static let machineLines: Arrays = Arrays(rawValue: 1 << 7)
    /// The tags of the functions.
    public static let tags: Arrays = Arrays(rawValue: 1 << 8)
  }

  /// The arrays that the file holds.
  public internal(set) var arrays: Arrays = []
  /// The kind of program, as BPF numbers it.
  public internal(set) var type: UInt32 = 0
  /// The number of the program.
  public internal(set) var identifier: UInt32 = 0
  /// The eight bytes that identify the contents of the program.
  public internal(set) var tag: [UInt8] = []
  /// The name.
  public internal(set) var name: String = ""
  /// The nanoseconds since the start of the machine at which it was loaded.
  public internal(set) var loadTime: UInt64 = 0
  /// The number of the user who loaded it.
  public internal(set) var user: UInt32 = 0
  /// The number of the types that belong to it; 0 when there are none.
  public internal(set) var typeFormatID: UInt32 = 0
  /// The nanoseconds for which it ran, if the kernel keeps that.
  public internal(set) var runTime: UInt64 = 0
  /// The number of its runs, if the kernel keeps that.
  public internal(set) var runCount: UInt64 = 0
  /// The description as it stands in the file; its pointers are offsets in ``data``.
  public internal(set) var information: [UInt8] = []
  /// The bytes of all arrays.
  public internal(set) var data: [UInt8] = []

  /// The program as the machine runs it.
  public internal(set) var machineCode: [UInt8] = []
  /// The program as BPF instructions.
  public internal(set) var instructions: [UInt8] = []
  /// The numbers of the maps.
  public internal(set) var maps: [UInt32] = []
  /// The addresses of the functions.
  public internal(set) var symbols: [UInt64] = []
  /// The sizes of the functions in bytes.
  public internal(set) var functionSizes: [UInt32] = []
  /// The types of the functions, in records of BPF.
  public internal(set) var functions: [UInt8] = []
  /// The source lines of the BPF instructions, in records of BPF.
  public internal(set) var lines: [UInt8] = []
  /// The addresses in the machine's code to which ``lines`` belong.
  public internal(set) var machineLines: [UInt64] = []
  /// The tags of the functions, eight bytes each.
  public internal(set) var tags: [[UInt8]] = []
}
