internal import CLibpfm

/// A PMU of libpfm4's tables, whether this machine has it or not.
///
/// The tables are those that were built into the library: on x86-64 they hold no PMU
/// of Arm, and on Intel's and AMD's machines the same.
public struct LibpfmPMU: Hashable, Sendable {
  /// The name, such as `skl` or `skx_unc_cha3`.
  public var name: String
  /// What the library says that the PMU is.
  public var summary: String
  /// What the PMU counts for.
  public var scope: Scope
  /// Whether the CPU of this machine is one that has the PMU.
  ///
  /// It follows from the CPU's own identification, except for some PMUs outside of the
  /// cores, which the kernel has to offer too. A virtual machine can have such a CPU
  /// without any PMU: what the kernel offers is another fact, to be had from
  /// ``isOffered(by:sysfs:)``.
  public var isPresent: Bool
  /// Whether the PMU is one that every CPU of the vendor has.
  public var isArchitectural: Bool
  /// How many events the PMU has.
  public var eventCount: Int
  /// How many programmable counters there are, as far as the library says.
  public var counterCount: Int
  /// How many fixed counters there are, as far as the library says.
  public var fixedCounterCount: Int
  /// The most registers that an event takes, as far as the library says.
  ///
  /// Some events of `skx_unc_cha` take one more.
  public var maximumRegisterCount: Int
  /// The library's number of the PMU, which is the same in all its versions.
  public var number: Int32
  /// The library's number of the first event, or -1.
  var firstEvent: Int32

  /// What a PMU counts for.
  public enum Scope: Hashable, Sendable {
    /// The library does not say.
    case unknown
    /// A core.
    case core
    /// A package, a memory controller or another place outside of the cores.
    case uncore
    /// The kernel, which offers events under names of its own.
    case kernel
  }

  /// Asks the library for a PMU by its number.
  ///
  /// The library must be locked.
  init?(number: UInt32) {
    var information = unsafe pfm_pmu_info_t()
    unsafe information.size = MemoryLayout<pfm_pmu_info_t>.size
    guard unsafe pfm_get_pmu_info(pfm_pmu_t(rawValue: number), &information) == PFM_SUCCESS,
      let name = unsafe LibpfmText(information.name)
    else { return nil }
    self.name = name.description
    summary = unsafe LibpfmText(information.desc)?.description ?? ""
    scope =
      switch unsafe information.type {
      case PFM_PMU_TYPE_CORE: .core
      case PFM_PMU_TYPE_UNCORE: .uncore
      case PFM_PMU_TYPE_OS_GENERIC: .kernel
      default: .unknown
      }
    isPresent = unsafe information.is_present != 0
    isArchitectural = unsafe information.is_dfl != 0
    eventCount = unsafe Int(information.nevents)
    counterCount = unsafe Int(information.num_cntrs)
    fixedCounterCount = unsafe Int(information.num_fixed_cntrs)
    maximumRegisterCount = unsafe Int(information.max_encoding)
    self.number = Int32(truncatingIfNeeded: number)
    firstEvent = unsafe information.first_event
  }
}
