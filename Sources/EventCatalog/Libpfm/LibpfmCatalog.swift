internal import CLibpfm

/// The tables of libpfm4: PMUs, their events, and the attributes of these.
///
/// Every PMU that was built into the library is there, whatever the machine. Texts
/// are not copied until they are asked for, and all calls can come from any thread;
/// one at a time is in the library.
///
/// The library has one state for the whole process. The first use of this package
/// initialises it, and for this moment sets `LIBPFM_ENCODE_INACTIVE` in the
/// environment, without which the library encodes events of this machine's PMUs only.
/// A program that reads or changes the environment on another thread should make a
/// catalog before it starts that thread. Where a program had initialised the library
/// itself without the variable, ``encodesAbsentPMUs`` is false: everything can still
/// be listed, but events of absent PMUs cannot be encoded. A program must not call
/// `pfm_terminate`.
///
/// The library obeys further variables: `LIBPFM_FORCE_PMU` and
/// `LIBPFM_DISABLED_PMUS` make PMUs vanish from the list.
public struct LibpfmCatalog: Sendable {
  /// The library's version, such as `4.13.0`, or `4.0` where it cannot be told.
  public let version: String
  /// All PMUs in the order of the library.
  public let pmus: [LibpfmPMU]
  /// Whether events of PMUs that this machine lacks can be encoded.
  public let encodesAbsentPMUs: Bool

  /// Lists the PMUs, and initialises the library if nobody has done so.
  ///
  /// - Throws: That the library cannot be initialised.
  public init() throws(LibpfmError) {
    self = try LibpfmLibrary.locked { (state) throws(LibpfmError) in Self(state: state) }
  }

  private init(state: LibpfmLibrary.State) {
    version = LibpfmVersion.current
    var pmus: [LibpfmPMU] = []
    // A library newer than its headers may have more.
    for number in 0..<(PFM_PMU_MAX.rawValue + 512) {
      if let pmu = LibpfmPMU(number: number) { pmus.append(pmu) }
    }
    self.pmus = pmus
    encodesAbsentPMUs = !state.wasInitialized || Self.canEncode(anyOf: pmus)
  }

  /// The PMU of a name in letters of either case, or nil if there is none.
  ///
  /// - Parameter name: The name, such as `skl`.
  /// - Returns: The PMU.
  public func pmu(named name: String) -> LibpfmPMU? {
    let name: String = name.lowercased()
    return pmus.first { $0.name.lowercased() == name }
  }

  /// Lists the events of a PMU.
  ///
  /// - Parameters:
  ///   - pmu: The PMU.
  ///   - layer: The layer whose attributes are meant.
  /// - Returns: The events in the order of the library.
  public func events(of pmu: LibpfmPMU, layer: LibpfmLayer = .hardware) -> [LibpfmEvent] {
    // The library was initialised, or there would be no catalog.
    (try? LibpfmLibrary.locked { (_) throws(LibpfmError) in
      Self.events(of: pmu, layer: layer)
    }) ?? []
  }

  /// Lists the attributes of an event.
  ///
  /// - Parameter event: The event, which tells the layer as well.
  /// - Returns: The attributes in the order of the library.
  /// - Complexity: O(*n*²) for *n* attributes, since the library collects all of them
  ///   to tell of one.
  public func attributes(of event: LibpfmEvent) -> [LibpfmAttribute] {
    (try? LibpfmLibrary.locked { (_) throws(LibpfmError) in Self.attributes(of: event) }) ?? []
  }

  /// The events of a PMU, for callers that hold the lock.
  static func events(of pmu: LibpfmPMU, layer: LibpfmLayer) -> [LibpfmEvent] {
    var events: [LibpfmEvent] = []
    events.reserveCapacity(max(0, pmu.eventCount))
    var number: Int32 = pmu.firstEvent
    while number != -1 {
      if let event = LibpfmEvent(number: number, layer: layer) { events.append(event) }
      number = pfm_get_event_next(number)
    }
    return events
  }

  /// The attributes of an event, for callers that hold the lock.
  static func attributes(of event: LibpfmEvent) -> [LibpfmAttribute] {
    var attributes: [LibpfmAttribute] = []
    attributes.reserveCapacity(max(0, event.attributeCount))
    for index in 0..<Int32(clamping: max(0, event.attributeCount)) {
      if let attribute = LibpfmAttribute(event: event.number, index: index, layer: event.layer) {
        attributes.append(attribute)
      }
    }
    return attributes
  }
}
