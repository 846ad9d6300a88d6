internal import CLibpfm

/// What can stand behind a colon in an event's name: a unit mask or a modifier.
///
/// The library does not tell which unit masks belong to one group, of which at most
/// one may be named, nor which counters an event may use.
public struct LibpfmAttribute: Hashable, Sendable {
  /// The name, such as `REPLACEMENT`, `c` or `ldlat`.
  public var name: LibpfmText
  /// One line about the attribute.
  public var summary: LibpfmText?
  /// The attributes that the name stands for, joined by colons.
  public var equivalent: LibpfmText?
  /// What can be written.
  public var kind: Kind
  /// Whether the hardware or the kernel knows the attribute.
  public var control: Control
  /// The code in the table, which is not yet an encoding.
  public var code: UInt64
  /// Whether the attribute is set where none of its group is named.
  public var isDefault: Bool
  /// The value of a modifier that is not written.
  public var defaultValue: UInt64
  /// Whether precise samples can be asked for with this unit mask.
  public var isPrecise: Bool
  /// Whether the hardware can write samples without an interrupt.
  public var supportsHardwareSampling: Bool
  /// Whether what is done in vain is counted as well.
  public var speculation: LibpfmSpeculation

  /// What can be written of an attribute.
  public enum Kind: Hashable, Sendable {
    /// The library does not say.
    case unknown
    /// The name alone, which selects what the event counts.
    case unitMask
    /// The name, or the name with `=0` or `=1`.
    case flag
    /// The name with a number.
    case number
    /// A number in hexadecimal digits in place of unit masks.
    case rawUnitMask
  }

  /// Who acts on an attribute.
  public enum Control: Hashable, Sendable {
    /// The library does not say.
    case unknown
    /// The hardware.
    case hardware
    /// The kernel, by the attributes of perf_event_open(2).
    case kernel
  }

  /// Asks the library for an attribute by its place.
  ///
  /// The library must be locked.
  init?(event: Int32, index: Int32, layer: LibpfmLayer) {
    var information = unsafe pfm_event_attr_info_t()
    unsafe information.size = MemoryLayout<pfm_event_attr_info_t>.size
    let result: Int32 = unsafe pfm_get_event_attr_info(event, index, layer.number, &information)
    guard result == PFM_SUCCESS, let name = unsafe LibpfmText(information.name) else {
      return nil
    }
    self.name = name
    summary = unsafe LibpfmText(information.desc)
    equivalent = unsafe LibpfmText(information.equiv)
    kind = unsafe Kind(information.type)
    control = unsafe Control(information.ctrl)
    code = unsafe information.code
    isDefault = unsafe information.is_dfl != 0
    defaultValue = unsafe information.dfl_val64
    isPrecise = unsafe information.is_precise != 0
    supportsHardwareSampling = unsafe information.support_hw_smpl != 0
    speculation = unsafe LibpfmSpeculation(information.is_speculative)
  }
}

extension LibpfmAttribute.Kind {
  fileprivate init(_ type: pfm_attr_t) {
    switch type {
    case PFM_ATTR_UMASK: self = .unitMask
    case PFM_ATTR_MOD_BOOL: self = .flag
    case PFM_ATTR_MOD_INTEGER: self = .number
    case PFM_ATTR_RAW_UMASK: self = .rawUnitMask
    default: self = .unknown
    }
  }
}

extension LibpfmAttribute.Control {
  fileprivate init(_ control: pfm_attr_ctrl_t) {
    switch control {
    case PFM_ATTR_CTRL_PMU: self = .hardware
    case PFM_ATTR_CTRL_PERF_EVENT: self = .kernel
    default: self = .unknown
    }
  }
}
