internal import CLibpfm

/// An event of libpfm4's tables.
public struct LibpfmEvent: Hashable, Sendable {
  /// The name, such as `L1D`, without the PMU and without unit masks.
  public var name: LibpfmText
  /// One line about the event.
  public var summary: LibpfmText?
  /// The event and its attributes that the name stands for, if it is another's.
  public var equivalent: LibpfmText?
  /// The code in the table, which is not yet an encoding.
  public var code: UInt64
  /// How many attributes the event has in its layer.
  public var attributeCount: Int
  /// Whether precise samples can be asked for with each of its unit masks.
  public var isPrecise: Bool
  /// Whether the hardware can write samples of the event without an interrupt.
  public var supportsHardwareSampling: Bool
  /// Whether what is done in vain is counted as well.
  public var speculation: LibpfmSpeculation
  /// The layer whose attributes are meant.
  public var layer: LibpfmLayer
  /// The library's number of the event's PMU.
  public var pmuNumber: Int32
  /// The library's number of the event, good until the process ends.
  public var number: Int32

  /// Asks the library for an event by its number.
  ///
  /// The library must be locked.
  init?(number: Int32, layer: LibpfmLayer) {
    var information = unsafe pfm_event_info_t()
    unsafe information.size = MemoryLayout<pfm_event_info_t>.size
    guard unsafe pfm_get_event_info(number, layer.number, &information) == PFM_SUCCESS,
      let name = unsafe LibpfmText(information.name)
    else { return nil }
    self.name = name
    summary = unsafe LibpfmText(information.desc)
    equivalent = unsafe LibpfmText(information.equiv)
    code = unsafe information.code
    attributeCount = unsafe Int(information.nattrs)
    isPrecise = unsafe information.is_precise != 0
    supportsHardwareSampling = unsafe information.support_hw_smpl != 0
    speculation = unsafe LibpfmSpeculation(information.is_speculative)
    self.layer = layer
    pmuNumber = unsafe Int32(truncatingIfNeeded: information.pmu.rawValue)
    self.number = number
  }
}
