internal import PerfEvent

extension GenericEncodings {
  /// The code that the kernel gives to a hardware or cache event.
  static func words(
    of attributes: EventAttributes, on microarchitecture: Microarchitecture
  ) -> EventWords? {
    guard let encodings = of(microarchitecture) else { return nil }
    // Above it stands the number of the kind of cores.
    let config: UInt64 = attributes.config & 0xffff_ffff
    let names: [String]
    switch attributes.type {
    case .hardware: names = HardwareEvent(rawValue: config)?.names ?? []
    case .hardwareCache: names = CacheEvent.all.filter { $0.config == config }.map(\.name)
    default: names = []
    }
    return names.lazy.compactMap { encodings.words[$0] }.first
  }
}
