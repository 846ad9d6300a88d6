import PerfData
import PerfEvent

/// What `perf report -D` shows of a kernel's record behind the name of its kind.
struct KernelDumpText {
  private(set) var lines: [String] = []

  init(_ record: borrowing Record, attributes: [EventAttributes]) {
    switch record.content {
    case .sample(let sample): lines = [text(sample)]
    case .memoryMap(let map):
      let kind = record.flags.contains(.dataMapping) ? "r" : "x"
      lines = [
        " \(text(map.thread)): [\(alternate(map.address))(\(alternate(map.length))) @ "
          + "\(alternate(map.fileOffset))]: \(kind) \(map.path)"
      ]
    case .memoryMap2(let map): lines = [text(map)]
    case .commandName(let name):
      let exec = record.flags.contains(.exec) ? " exec" : ""
      lines = ["\(exec): \(name.name):\(text(name.thread))"]
    case .fork(let fork): lines = [text(fork.thread, fork.parent)]
    case .exit(let exit): lines = [text(exit.thread, exit.parent)]
    case .lost(let lost): lines = [": id:\(lost.identifier): lost:\(lost.count)"]
    case .lostSamples(let lost):
      lines = [": id:\(record.identifier ?? .max): lost samples :\(lost.count)"]
    case .throttle, .unthrottle: lines = [": unhandled!"]
    case .aux(let aux):
      let flags: AuxRecord.Flags = aux.auxFlags
      let letters =
        (flags.contains(.truncated) ? "T" : "") + (flags.contains(.overwrite) ? "O" : "")
        + (flags.contains(.partial) ? "P" : "")
      lines = [
        " offset: \(alternate(aux.auxOffset)) size: \(alternate(aux.auxSize)) "
          + "flags: \(alternate(flags.rawValue)) [\(letters)]"
      ]
    case .instructionTraceStart(let start):
      lines = [" pid: \(start.thread.process) tid: \(start.thread.thread)"]
    case .contextSwitch: lines = [direction(record.flags)]
    case .contextSwitchCPUWide(let other):
      let role = record.flags.contains(.switchOut) ? "next" : "prev"
      let process = padded("\(other.otherThread.process)", left: true)
      let thread = padded("\(other.otherThread.thread)", left: false)
      lines = ["\(direction(record.flags))  \(role) pid/tid: \(process)/\(thread)"]
    case .namespaces(let namespaces): lines = text(namespaces)
    case .kernelSymbol(let symbol):
      lines = [
        " addr \(hexadecimal(symbol.address)) len \(symbol.length) type \(symbol.symbolType) "
          + "flags 0x\(hexadecimal(symbol.symbolFlags)) name \(symbol.name)"
      ]
    case .bpfEvent(let event):
      lines = [" type \(event.eventType), flags \(event.eventFlags), id \(event.programID)"]
    case .cgroup(let cgroup): lines = [" cgroup: \(cgroup.identifier) \(cgroup.path)"]
    case .textPoke(let poke): lines = text(poke)
    case .auxOutputHardwareID(let output):
      lines = [" hw_id: 0x\(hexadecimal(output.hardwareID))"]
    default: lines = [" is not described"]
    }
  }

  private func text(_ poke: borrowing TextPokeRecord) -> [String] {
    let parts = [
      ("Old", [UInt8](copying: poke.oldBytes)), ("New", [UInt8](copying: poke.newBytes)),
    ]
    return [
      " \(hexadecimal(poke.address))  old len \(poke.oldBytes.byteCount) "
        + "new len \(poke.newBytes.byteCount)"
    ]
      + parts.map { name, bytes in
        "            \(name) bytes:" + bytes.map { " " + hexadecimal($0, width: 2) }.joined()
      }
  }

  private func text(_ sample: borrowing Sample) -> String {
    "(IP, 0x\(hexadecimal(sample.flags.rawValue))): "
      + "\(text(sample.thread ?? ThreadID(process: -1, thread: -1))): "
      + "\(alternate(sample.instructionPointer ?? 0)) period: \(sample.period) "
      + "addr: \(alternate(sample.address ?? 0))"
  }

  private func text(_ map: borrowing MemoryMap2Record) -> String {
    var origin = ""
    if map.hasBuildID {
      let digits = [UInt8](copying: map.buildID).map { hexadecimal($0, width: 2) }.joined()
      origin = "<\(digits)>"
    } else {
      origin =
        "\(hexadecimal(map.deviceMajor, width: 2)):\(hexadecimal(map.deviceMinor, width: 2)) "
        + "\(map.inode) \(map.inodeGeneration)"
    }
    let rights =
      (map.protection & 1 != 0 ? "r" : "-") + (map.protection & 2 != 0 ? "w" : "-")
      + (map.protection & 4 != 0 ? "x" : "-") + (map.mapFlags & 1 != 0 ? "s" : "p")
    return " \(text(map.thread)): [\(alternate(map.address))(\(alternate(map.length))) @ "
      + "\(alternate(map.fileOffset)) \(origin)]: \(rights) \(map.path)"
  }

  private func text(_ namespaces: borrowing NamespacesRecord) -> [String] {
    let names = ["net", "uts", "ipc", "pid", "user", "mnt", "cgroup"]
    let parts = (0..<namespaces.count).map { index in
      let namespace = namespaces[index]
      return "\(index)/\(names[index]): \(namespace.device)/\(alternate(namespace.inode))"
    }
    return [
      " \(text(namespaces.thread)) - nr_namespaces: \(namespaces.count)",
      "\t\t[" + parts[..<4].joined(separator: ", ") + ", ",
      "\t\t " + parts[4...].joined(separator: ", ") + "]",
    ]
  }

  private func text(_ thread: ThreadID) -> String { "\(thread.process)/\(thread.thread)" }

  private func text(_ thread: ThreadID, _ parent: ThreadID) -> String {
    "(\(thread.process):\(thread.thread)):(\(parent.process):\(parent.thread))"
  }

  private func direction(_ flags: RecordFlags) -> String {
    guard flags.contains(.switchOut) else { return " IN         " }
    return flags.contains(.preempted) ? " OUT preempt" : " OUT        "
  }

  private func padded(_ text: String, left: Bool) -> String {
    let gap = String(repeating: " ", count: max(0, 5 - text.count))
    return left ? gap + text : text + gap
  }
}
