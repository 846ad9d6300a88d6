import CommandLineSupport
import PerfData

extension ScriptPrinter {
  /// Appends the instruction pointer or, if the event has them, the callchain.
  func printPlace(_ sample: borrowing Sample, hasChain: Bool, to buffer: inout TextBuffer) {
    guard hasChain, let chain = sample.callchain else {
      guard let pointer = sample.instructionPointer else { return }
      buffer.append(ascii: " ")
      buffer.append(hexadecimal: pointer, width: 16)
      return
    }
    buffer.append(ascii: "\n")
    let thread = sample.thread
    var context = Callchain.Context.unknown
    switch sample.flags.cpuMode {
    case .kernel: context = .kernel
    case .user: context = .user
    case .guestKernel: context = .guestKernel
    case .guestUser: context = .guestUser
    default: break
    }
    var count = 0
    for index in 0..<chain.count where count < Self.deepestChain {
      let entry = chain[index]
      if Callchain.Context.isMark(entry) {
        context = Callchain.Context(rawValue: entry)
        continue
      }
      count += 1
      buffer.append(ascii: "\t")
      buffer.append(hexadecimal: shown(entry, context, thread), width: 16)
      buffer.append(ascii: "\n")
    }
  }

  /// An address of a program as the offset in its file; others as they are.
  private func shown(
    _ address: UInt64, _ context: Callchain.Context, _ thread: ThreadID?
  ) -> UInt64 {
    guard context == .user || context == .guestUser, let thread,
      let location = processes.location(of: address, context: context, thread: thread)
        ?? processes.formerLocation(of: address, thread: thread)
    else { return address }
    return location.moduleOffset
  }

  /// Appends what stands in front of the instruction pointer.
  func printMemory(_ sample: borrowing Sample, to buffer: inout TextBuffer) {
    if fields.contains(.addr), let address = sample.address {
      buffer.append(hexadecimal: address, width: 16)
    }
    guard let weight = sample.weight else { return }
    if fields.contains(.weight) { buffer.append(decimal: weight.total, width: 16) }
    if fields.contains(.instructionLatency) {
      buffer.append(decimal: UInt64(weight.second), width: 16)
    }
  }

  /// Appends what stands behind the instruction pointer.
  func printOthers(_ sample: borrowing Sample, to buffer: inout TextBuffer) {
    if fields.contains(.branches), let stack = sample.branchStack {
      for index in 0..<stack.count { print(stack[index], to: &buffer) }
    }
    if fields.contains(.physicalAddress), let address = sample.physicalAddress {
      buffer.append(hexadecimal: address, width: 16)
    }
    if fields.contains(.dataPageSize), let size = sample.dataPageSize {
      buffer.append(" \(name(ofPageSize: size))")
    }
    if fields.contains(.codePageSize), let size = sample.codePageSize {
      buffer.append(" \(name(ofPageSize: size))")
    }
  }

  private func print(_ branch: Branch, to buffer: inout TextBuffer) {
    buffer.append(" 0x")
    buffer.append(hexadecimal: branch.from)
    buffer.append("/0x")
    buffer.append(hexadecimal: branch.to)
    buffer.append(branch.isMispredicted ? "/M" : branch.isPredicted ? "/P" : "/-")
    buffer.append(branch.isInTransaction ? "/X" : "/-")
    buffer.append(branch.isAbort ? "/A/" : "/-/")
    buffer.append(decimal: UInt64(branch.cycles))
    buffer.append("/ ")
  }

  private func name(ofPageSize size: UInt64) -> String {
    if size == 0 { return "N/A" }
    var (number, unit) = (size, 0)
    while number >= 1024 && unit < 3 {
      number /= 1024
      unit += 1
    }
    return "\(number)" + ["B", "K", "M", "G"][unit]
  }
}
