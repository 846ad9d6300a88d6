/// Registers of a sample, borrowed from its record.
@frozen
public struct RegisterValues: ~Escapable {
  /// The kind of program whose registers they are.
  ///
  /// The corresponding C type is `perf_sample_regs_abi`.
  @frozen
  public struct ABI: RawRepresentable, Hashable, Sendable {
    /// The number in the sample.
    public let rawValue: UInt64

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the sample.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// No registers, such as those of the user side of a kernel thread.
    @inlinable
    public static var none: ABI { ABI(rawValue: 0) }
    /// A program with addresses of 32 bits.
    @inlinable
    public static var bits32: ABI { ABI(rawValue: 1) }
    /// A program with addresses of 64 bits.
    @inlinable
    public static var bits64: ABI { ABI(rawValue: 2) }
  }

  /// The kind of program; with none, there are no values.
  public let abi: ABI
  /// The registers that the event asked for, a bit each.
  public let mask: UInt64
  /// The values, lowest register first.
  public let values: UInt64View

  @inlinable
  @_lifetime(copy values)
  init(abi: ABI, mask: UInt64, values: UInt64View) {
    self.abi = abi
    self.mask = mask
    self.values = values
  }

  /// The value of a register by its number in the architecture's list.
  ///
  /// - Parameter register: The number, such as 7 for the stack pointer and 8
  ///   for the instruction pointer of x86.
  /// - Returns: The value, or nothing when the sample lacks it.
  @inlinable
  public subscript(register register: Int) -> UInt64? {
    guard register >= 0 && register < 64, mask >> UInt64(register) & 1 != 0 else { return nil }
    let index = (mask & (1 << UInt64(register) &- 1)).nonzeroBitCount
    return index < values.count ? values[index] : nil
  }

  /// The value of a register by its name.
  ///
  /// - Parameters:
  ///   - name: The name, in capitals or not.
  ///   - registers: The names of the architecture, such as those of
  ///     ``PerfDataFile/registerSet``.
  /// - Returns: The value, or nothing when the sample lacks it.
  public subscript(_ name: String, in registers: RegisterSet) -> UInt64? {
    registers.number(of: name).flatMap { self[register: $0] }
  }

  /// The numbers of the registers that the sample has, in the order of ``values``.
  public var numbers: [Int] {
    values.isEmpty ? [] : (0..<64).filter { mask >> UInt64($0) & 1 != 0 }
  }
}
