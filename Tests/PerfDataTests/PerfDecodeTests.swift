import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Agreement with perf's decodes of synthetic records")
struct PerfDecodeTests {
  static func file() -> [UInt8] {
    var builder = PerfDataBuilder()
    let fields: SampleFields = [
      .identifier, .instructionPointer, .thread, .time, .cpu, .read, .callchain, .branchStack,
      .userRegisters, .weightStructure, .dataSource, .transaction, .physicalAddress, .cgroup,
      .dataPageSize, .codePageSize,
    ]
    for identifier in [5, 6] as [UInt64] {
      builder.event(fields, identifiers: [identifier]) {
        $0.readFormat = [.group, .timeEnabled, .timeRunning, .id, .lost]
        $0.branchFields = [.any, .hardwareIndex]
        $0.userRegisters = 0b1_1000_0001
      }
    }
    let names = [
      "ID_INDEX", "TIME_CONV", "CPU_MAP list", "CPU_MAP mask 4", "CPU_MAP mask 8",
      "CPU_MAP range", "EVENT_UPDATE cpus",
    ]
    for name in names {
      guard let record = TypedRecords.find(name) else { continue }
      builder.record(record.kind, record.body)
    }
    builder.record(20) { body in
      body.u64(0x7000)
      body.u16(2, 3)
      body.raw([1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0])
      trailer(&body)
    }
    builder.record(21) { body in
      body.u64(0x77)
      trailer(&body)
    }
    addSample(to: &builder)
    return builder.file()
  }

  private static func trailer(_ body: inout ByteWriter) {
    body.u32(10, 11)
    body.u64(999)
    body.u32(1, 0)
    body.u64(5)
  }

  private static func addSample(to builder: inout PerfDataBuilder) {
    builder.record(9, flags: 2) { body in
      body.u64(5, 0xabc)
      body.u32(10, 11)
      body.u64(1000)
      body.u32(1, 0)
      body.u64(2, 100, 90, 41, 5, 0, 42, 6, 3)
      body.u64(2, UInt64(bitPattern: -512), 0xabc)
      body.u64(2, 5, 0x10, 0x20, 1 | 9 << 4 | 3 << 20, 0x30, 0x40, 2)
      body.u64(2, 100, 107, 108)
      body.u64(0x0003_0002_0000_0001, 0x1_0000_0001 | 1 << 37, 0xab << 32 | 0b100)
      body.u64(0x9000, 77, 4096, 8192)
    }
  }

  @Test(
    "What is read of a record is what perf report -D shows of it",
    .enabled(if: Command.perf != nil, "perf is not installed or may not record"))
  func decode() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let path = try folder.write(Self.file(), as: "synthetic.data")
    let outcome = try perf.run(["report", "-D", "-f", "-i", path])
    let shown: Set<Substring> = Set(
      outcome.text.split(separator: "\n").map { line in
        // The numbers in front are those of time, CPU and place.
        let start = line.range(of: "PERF_RECORD_")?.lowerBound ?? line.startIndex
        return line[start...].drop { $0 == " " || $0 == "." }
      })
    let file = try PerfDataFile(path: path)
    var records = file.records()
    var count = 0
    while let record = try records.next() {
      for line in lines(of: record) {
        count += 1
        let isShown = shown.contains(line[...])
        #expect(isShown, "\(line)")
      }
    }
    #expect(count > 30)
    if outcome.text.isEmpty { Issue.record("\(outcome.errors)") }
  }

  /// What perf shows of a record, from what we read of it.
  private func lines(of record: borrowing Record) -> [String] {
    switch record.content {
    case .idIndex(let list):
      return (0..<list.count).map { index in
        let entry = list[index]
        return "id: \(entry.identifier)  idx: \(entry.index)  cpu: \(entry.cpu)  "
          + "tid: \(entry.thread)  machine_pid: \(entry.machineProcess ?? 0)  "
          + "vcpu: \(entry.virtualCPU ?? 0)"
      }
    case .timeConversion(let time):
      return [
        "Time Shift      \(time.shift)", "Time Muliplier  \(time.multiplier)",
        "Time Zero       \(time.zero)", "Time Cycles     \(time.cycles)",
        "Time Mask       0x" + String(time.mask, radix: 16),
        "Cap Time Zero   \(time.hasZero == true ? 1 : 0)",
        "Cap Time Short  \(time.isShort == true ? 1 : 0)",
      ]
    case .cpuMap(let list):
      let expected: [[Int32]: String] = [
        [-1, 3, 4, 5, 6]: "-1,3-6"
      ]
      let numbers = list.map.cpus.map(String.init).joined(separator: ",")
      return ["PERF_RECORD_CPU_MAP: \(expected[list.map.cpus] ?? numbers)"]
    case .eventUpdate(let update):
      return ["id:    \(update.identifier)"]
    case .textPoke(let poke):
      return [
        "PERF_RECORD_TEXT_POKE \(hex(poke.address))  old len \(poke.oldBytes.byteCount) "
          + "new len \(poke.newBytes.byteCount)",
        "Old bytes: 01 02", "New bytes: 03 04 05",
      ]
    case .auxOutputHardwareID(let output):
      return ["PERF_RECORD_AUX_OUTPUT_HW_ID hw_id: 0x\(hex(output.hardwareID))"]
    case .sample(let sample):
      return lines(of: sample)
    default:
      return []
    }
  }

  private func lines(of sample: borrowing Sample) -> [String] {
    var lines: [String] = []
    if let chain = sample.callchain {
      lines.append("FP chain: nr:\(chain.count)")
      for index in 0..<chain.count {
        lines.append("\(index): \(hex(chain[index], 16))")
      }
    }
    if let stack = sample.branchStack {
      lines.append("branch stack: nr:\(stack.count)")
      for index in 0..<stack.count {
        let branch = stack[index]
        let kind = branch.type == .indirect ? "IND" : ""
        lines.append(
          "\(index): \(hex(branch.from, 16)) -> \(hex(branch.to, 16)) "
            + "\(branch.cycles) cycles \(branch.isMispredicted ? "M" : " ")"
            + "\(branch.isPredicted ? "P" : " ")\(branch.isAbort ? "A" : " ")"
            + "\(branch.isInTransaction ? "T" : " ") 0 \(kind)")
      }
    }
    if let registers = sample.userRegisters {
      lines.append("user regs: mask 0x\(hex(registers.mask)) ABI 64-bit")
      for (number, value) in zip(registers.numbers, registers.values.array) {
        let name = RegisterSet.x86.name(of: number) ?? ""
        lines.append("\(name)\(String(repeating: " ", count: 5 - name.count)) 0x\(hex(value, 16))")
      }
    }
    if let values = sample.readValues {
      lines += [
        "time enabled \(hex(values.timeEnabled ?? 0, 16))",
        "time running \(hex(values.timeRunning ?? 0, 16))", "group nr \(values.count)",
      ]
      for index in 0..<values.count {
        let value = values[index]
        lines.append(
          "id \(hex(value.identifier ?? 0, 16)), value \(hex(value.value, 16)), "
            + "lost \(value.lost ?? 0)")
      }
    }
    return lines + [
      "data_src: 0x\(hex(sample.dataSource?.rawValue ?? 0))",
      "phys_addr: 0x\(hex(sample.physicalAddress ?? 0))",
      "data page size: \((sample.dataPageSize ?? 0) / 1024)K",
      "code page size: \((sample.codePageSize ?? 0) / 1024)K",
      "transaction: \(hex(sample.transaction?.rawValue ?? 0))",
    ]
  }

  private func hex(_ number: UInt64, _ width: Int = 0) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
