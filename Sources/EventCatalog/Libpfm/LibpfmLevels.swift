internal import CLibpfm

/// The privilege levels at which an event counts if its name does not say it.
public struct LibpfmLevels: OptionSet, Hashable, Sendable {
  /// The set as bits.
  ///
  /// The corresponding C constants are `PFM_PLM0`, `PFM_PLM3` and `PFM_PLMH`.
  public var rawValue: Int32

  /// Creates a set from bits.
  ///
  /// - Parameter rawValue: The set as bits.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The kernel.
  public static var kernel: Self { Self(rawValue: PFM_PLM0) }

  /// User programs.
  public static var user: Self { Self(rawValue: PFM_PLM3) }

  /// The hypervisor.
  public static var hypervisor: Self { Self(rawValue: PFM_PLMH) }
}
