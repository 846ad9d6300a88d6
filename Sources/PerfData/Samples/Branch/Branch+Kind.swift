extension Branch {
  /// The kind of a branch.
  ///
  /// The corresponding C constants begin with `PERF_BR_`.
  @frozen
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The number in the flags of the branch.
    public let rawValue: UInt8

    /// Creates a value from its number.
    ///
    /// - Parameter rawValue: The number in the flags of the branch.
    @inlinable
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// A kind that is not told.
    @inlinable
    public static var unknown: Kind { Kind(rawValue: 0) }
    /// A conditional branch.
    @inlinable
    public static var conditional: Kind { Kind(rawValue: 1) }
    /// An unconditional branch.
    @inlinable
    public static var unconditional: Kind { Kind(rawValue: 2) }
    /// An indirect branch.
    @inlinable
    public static var indirect: Kind { Kind(rawValue: 3) }
    /// A call of a function.
    @inlinable
    public static var call: Kind { Kind(rawValue: 4) }
    /// An indirect call of a function.
    @inlinable
    public static var indirectCall: Kind { Kind(rawValue: 5) }
    /// A return from a function.
    @inlinable
    public static var functionReturn: Kind { Kind(rawValue: 6) }
    /// A system call.
    @inlinable
    public static var systemCall: Kind { Kind(rawValue: 7) }
    /// A return from a system call.
    @inlinable
    public static var systemReturn: Kind { Kind(rawValue: 8) }
    /// A conditional call of a function.
    @inlinable
    public static var conditionalCall: Kind { Kind(rawValue: 9) }
    /// A conditional return from a function.
    @inlinable
    public static var conditionalReturn: Kind { Kind(rawValue: 10) }
    /// A return from an exception.
    @inlinable
    public static var exceptionReturn: Kind { Kind(rawValue: 11) }
    /// An interrupt.
    @inlinable
    public static var interrupt: Kind { Kind(rawValue: 12) }
    /// A system error.
    @inlinable
    public static var systemError: Kind { Kind(rawValue: 13) }
    /// A branch outside of a transaction.
    @inlinable
    public static var noTransaction: Kind { Kind(rawValue: 14) }
    /// A kind that the extended one tells.
    @inlinable
    public static var extended: Kind { Kind(rawValue: 15) }
  }
}

extension Branch.Kind: CustomStringConvertible {
  /// The value in a word, or its number.
  public var description: String {
    switch rawValue {
    case 0: "unknown"
    case 1: "cond"
    case 2: "uncond"
    case 3: "ind"
    case 4: "call"
    case 5: "ind_call"
    case 6: "ret"
    case 7: "syscall"
    case 8: "sysret"
    case 9: "cond_call"
    case 10: "cond_ret"
    case 11: "eret"
    case 12: "irq"
    case 13: "serror"
    case 14: "no_tx"
    case 15: "extended"
    default: "kind-\(rawValue)"
    }
  }
}
