internal import CommandLineSupport
internal import EventCatalog
internal import PerfEvent

/// The machine that the options name.
struct MachineChoice {
  /// The models of the cores, nil where the machine is to be asked.
  var cpus: [CPUIdentifier]?
  /// The designs of the cores, where a name stands for them.
  var designs: [Microarchitecture]?
  /// The folder that stands for `/sys`, nil if none is named.
  var sysfs: String?

  init(cpu: String?, sysfs: String?) throws(UsageError) {
    if let cpu { try choose(cpu) }
    if let sysfs {
      guard (try? LinuxKernel().listDirectory("\(sysfs)/bus/event_source/devices")) != nil else {
        let inside: String = "\(sysfs.hasSuffix("/") ? String(sysfs.dropLast()) : sysfs)/sys"
        let isInside: Bool =
          (try? LinuxKernel().listDirectory("\(inside)/bus/event_source/devices")) != nil
        throw UsageError(
          "'\(abbreviated(sysfs))' is no copy of /sys, since bus/event_source/devices cannot be "
            + "read in it" + (isInside ? "; '\(abbreviated(inside))' is one" : ""))
      }
      self.sysfs = sysfs
    }
  }

  /// Takes a CPU by its identifier, or by the name of a microarchitecture.
  private mutating func choose(_ text: String) throws(UsageError) {
    let named: [Microarchitecture] = Microarchitecture.named(text)
    let first: [CPUIdentifier] = named.compactMap(\.cpus.first?.first)
    if !first.isEmpty {
      designs = named
      cpus = first.enumerated().filter { !first[..<$0.offset].contains($0.element) }.map(\.element)
      return
    }
    guard let cpu = CPUIdentifier(parsing: text), Self.makesSense(cpu) else {
      let near: [String] = Microarchitecture.names(near: text)
      throw UsageError(
        "'\(abbreviated(text))' is neither a CPU such as GenuineIntel-6-5E-3 or 0x410fd0c0 "
          + "nor a microarchitecture such as \(near.isEmpty ? "skylake" : near[0])")
    }
    cpus = [cpu]
  }

  /// Whether an identifier has the form of some vendor, or is known.
  private static func makesSense(_ cpu: CPUIdentifier) -> Bool {
    guard case .other = cpu else { return true }
    return !Microarchitecture.of(cpu: cpu).isEmpty
  }
}
