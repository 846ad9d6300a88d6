internal import PerfEvent

/// What an IBM mainframe says of itself, in the form that perf uses.
///
/// It is manufacturer, type, model, and the version and authorization of the counters,
/// such as `IBM,3906,704,M03,3.5,002f`.
struct MainframeModel: CustomStringConvertible {
  let description: String

  /// Reads `/proc/sysinfo` and `/proc/service_levels`; other machines have neither.
  init?(kernel: any Kernel, procfs: String) {
    guard let system = try? kernel.readText("\(procfs)/sysinfo") else { return nil }
    var parts: [String] = []
    for name in ["Manufacturer", "Type", "Model"] {
      guard let line = Self.line(name + ":", of: system) else { return nil }
      parts += line.split(separator: " ").map(String.init)
    }
    let services: String = (try? kernel.readText("\(procfs)/service_levels")) ?? ""
    if let facility = Self.line("CPU-MF: Counter facility:", of: services) {
      for name in ["version=", "authorization="] {
        guard let word = facility.split(separator: " ").first(where: { $0.hasPrefix(name) }) else {
          continue
        }
        parts.append(String(word.dropFirst(name.count)))
      }
    }
    description = parts.joined(separator: ",")
  }

  /// What follows a name at the start of a line.
  private static func line(_ name: String, of text: String) -> Substring? {
    for line in text.split(separator: "\n") where line.hasPrefix(name) {
      return line.dropFirst(name.count).drop { $0 == " " }
    }
    return nil
  }
}
