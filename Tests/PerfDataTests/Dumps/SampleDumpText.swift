import PerfData

/// What `perf report -D` shows below the line of a sample.
struct SampleDumpText {
  private(set) var lines: [String] = []
  private let registers: RegisterSet
  private let version: DumpText.Version

  init(
    _ sample: borrowing Sample, in record: borrowing Record, registers: RegisterSet,
    version: DumpText.Version
  ) {
    self.registers = registers
    self.version = version
    addCallchain(of: sample)
    addBranches(of: sample)
    if let values = sample.userRegisters { add(values, "user") }
    if let values = sample.interruptRegisters { add(values, "intr") }
    addStack(of: sample, in: record)
    if let weight = sample.weight {
      var line = "... weight: \(weight.total)"
      if weight.isStructure {
        line += ",0x\(hexadecimal(weight.second)),0x\(hexadecimal(weight.third))"
      }
      lines.append(line)
    }
    if let source = sample.dataSource {
      lines.append(" . data_src: 0x\(hexadecimal(source.rawValue))")
    }
    if let address = sample.physicalAddress {
      lines.append(" .. phys_addr: 0x\(hexadecimal(address))")
    }
    if let size = sample.dataPageSize { lines.append(" .. data page size: \(name(ofSize: size))") }
    if let size = sample.codePageSize { lines.append(" .. code page size: \(name(ofSize: size))") }
    if let transaction = sample.transaction {
      lines.append("... transaction: \(hexadecimal(transaction.rawValue))")
    }
    addCounts(of: sample)
  }

  private mutating func addCallchain(of sample: borrowing Sample) {
    guard let chain = sample.callchain else { return }
    lines.append("... FP chain: nr:\(chain.count)")
    for index in 0..<chain.count {
      let entry = chain[index]
      lines.append("..... \(padded(index)): \(hexadecimal(entry, width: 16))\(mark(entry))")
    }
  }

  /// The name of a mark, which older versions do not tell.
  private func mark(_ entry: UInt64) -> String {
    if version == .perf6 { return "" }
    return switch Callchain.Context(rawValue: entry) {
    case .hypervisor: " (PERF_CONTEXT_HV)"
    case .kernel: " (PERF_CONTEXT_KERNEL)"
    case .user: " (PERF_CONTEXT_USER)"
    case .guest: " (PERF_CONTEXT_GUEST)"
    case .guestKernel: " (PERF_CONTEXT_GUEST_KERNEL)"
    case .guestUser: " (PERF_CONTEXT_GUEST_USER)"
    default: ""
    }
  }

  private mutating func addBranches(of sample: borrowing Sample) {
    guard let stack = sample.branchStack else { return }
    lines.append("... branch stack: nr:\(stack.count)")
    for index in 0..<stack.count {
      let branch = stack[index]
      let letters =
        (branch.isMispredicted ? "M" : " ") + (branch.isPredicted ? "P" : " ")
        + (branch.isAbort ? "A" : " ") + (branch.isInTransaction ? "T" : " ")
      let kind =
        switch branch.type {
        case .unknown: ""
        case .indirect: "IND"
        default: "kind \(branch.type.rawValue)"
        }
      lines.append(
        "..... \(padded(index)): \(hexadecimal(branch.from, width: 16)) -> "
          + "\(hexadecimal(branch.to, width: 16)) \(branch.cycles) cycles \(letters) "
          + "\(hexadecimal(branch.flags >> 33)) \(kind)")
    }
  }

  private mutating func add(_ values: borrowing RegisterValues, _ side: String) {
    let abi =
      switch values.abi {
      case .none: "none"
      case .bits32: "32-bit"
      default: "64-bit"
      }
    lines.append("... \(side) regs: mask 0x\(hexadecimal(values.mask)) ABI \(abi)")
    for (number, value) in zip(values.numbers, values.values.array) {
      let name = registers.name(of: number) ?? "unknown"
      let gap = String(repeating: " ", count: max(0, 5 - name.count))
      lines.append(".... \(name)\(gap) 0x\(hexadecimal(value, width: 16))")
    }
  }

  /// The valid bytes of the stack, and where the size in front of them stands in the record.
  private mutating func addStack(of sample: borrowing Sample, in record: borrowing Record) {
    guard let stack = sample.userStack else { return }
    let start = record.bytes.withUnsafeBytes { bytes in
      stack.withUnsafeBytes { Int(bitPattern: $0.baseAddress) - Int(bitPattern: bytes.baseAddress) }
    }
    lines.append("... ustack: size \(stack.byteCount), offset 0x\(hexadecimal(start - 8))")
  }

  private mutating func addCounts(of sample: borrowing Sample) {
    guard let counts = sample.readValues else { return }
    lines.append("... sample_read:")
    if let time = counts.timeEnabled {
      lines.append("...... time enabled \(hexadecimal(time, width: 16))")
    }
    if let time = counts.timeRunning {
      lines.append("...... time running \(hexadecimal(time, width: 16))")
    }
    lines.append(".... group nr \(counts.count)")
    for index in 0..<counts.count {
      let count = counts[index]
      lines.append(
        "..... id \(hexadecimal(count.identifier ?? 0, width: 16)), "
          + "value \(hexadecimal(count.value, width: 16))"
          + (count.lost.map { ", lost \($0)" } ?? ""))
    }
  }

  private func padded(_ index: Int) -> String { index < 10 ? " \(index)" : "\(index)" }

  private func name(ofSize size: UInt64) -> String {
    if size == 0 { return "N/A" }
    var (number, unit) = (size, 0)
    while number >= 1024 && unit < 3 {
      number /= 1024
      unit += 1
    }
    return "\(number)" + ["B", "K", "M", "G"][unit]
  }
}
