internal import PerfEvent

/// The pseudonyms of a recording, numbered in the order of first use.
final class Pseudonyms {
  private var numbers: [String: [String: Int]] = [:]

  private func number(_ name: String, kind: String) -> String {
    var known = numbers[kind, default: [:]]
    let number = known[name] ?? known.count + 1
    known[name] = number
    numbers[kind] = known
    return "\(kind)-\(number)"
  }

  func command(_ name: String) -> String {
    name.isEmpty ? "" : number(name, kind: "comm")
  }

  func path(_ path: String) -> String {
    KernelPaths.isGiven(path) ? path : "/" + number(path, kind: "file")
  }

  func cgroup(_ path: String) -> String {
    path == "/" ? path : "/" + number(path, kind: "cgroup")
  }

  /// Keeps `bpf_prog_` and the tag, which the kernel makes from the code.
  func symbol(_ name: String) -> String {
    guard name.hasPrefix("bpf_prog_") else { return name }
    let parts = name.split(separator: "_", maxSplits: 3)
    guard parts.count == 4 else { return name }
    return "bpf_prog_\(parts[2])_" + number(String(parts[3]), kind: "program")
  }

  func event(_ name: String, _ attributes: EventAttributes) -> String {
    if name.isEmpty { return name }
    if attributes.type == .tracepoint {
      let system = name.prefix { $0 != ":" }
      let mayBeUsers =
        ["probe", "sdt", "user_event", "uprobe", "kprobe", "synthetic"]
        .contains { system.hasPrefix($0) }
      return mayBeUsers ? number(name, kind: "event") : name
    }
    // What stands behind a colon are the modifiers.
    let own = name.prefix { $0 != ":" }
    let implied = attributes.impliedName.prefix { $0 != ":" }
    return own == implied || own == "dummy" ? name : number(name, kind: "event")
  }
}
