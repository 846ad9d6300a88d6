extension Branch {
  /// More kinds of branch, for the kind that is extended.
  ///
  /// The corresponding C constants begin with `PERF_BR_NEW_`.
  @frozen
  public struct ExtendedKind: RawRepresentable, Hashable, Sendable {
    /// The number in the flags of the branch.
    public let rawValue: UInt8

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the flags of the branch.
    @inlinable
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// A fault of alignment.
    @inlinable
    public static var alignmentFault: ExtendedKind { ExtendedKind(rawValue: 0) }
    /// A fault of data.
    @inlinable
    public static var dataFault: ExtendedKind { ExtendedKind(rawValue: 1) }
    /// A fault of an instruction.
    @inlinable
    public static var instructionFault: ExtendedKind { ExtendedKind(rawValue: 2) }
    /// Kind 1 of the architecture.
    @inlinable
    public static var architecture1: ExtendedKind { ExtendedKind(rawValue: 3) }
    /// Kind 2 of the architecture.
    @inlinable
    public static var architecture2: ExtendedKind { ExtendedKind(rawValue: 4) }
    /// Kind 3 of the architecture.
    @inlinable
    public static var architecture3: ExtendedKind { ExtendedKind(rawValue: 5) }
    /// Kind 4 of the architecture.
    @inlinable
    public static var architecture4: ExtendedKind { ExtendedKind(rawValue: 6) }
    /// Kind 5 of the architecture.
    @inlinable
    public static var architecture5: ExtendedKind { ExtendedKind(rawValue: 7) }
  }
}

extension Branch.ExtendedKind: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "fault_algn"
    case 1: "fault_data"
    case 2: "fault_inst"
    case 3: "arch_1"
    case 4: "arch_2"
    case 5: "arch_3"
    case 6: "arch_4"
    case 7: "arch_5"
    default: "extendedKind-\(rawValue)"
    }
  }
}
