import PerfData
import PerfEvent

/// Synthetic records of the kinds that recorders rarely write.
enum TypedRecords {
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let kind: UInt32
    var flags: UInt16 = 0
    let body: @Sendable (inout ByteWriter) -> Void
    var description: String { name }
  }

  static func find(_ name: String) -> Case? { all.first { $0.name == name } }

  static let all: [Case] = recorder + maps + scheduler + simpleperf

  static let recorder: [Case] = [
    Case(name: "ATTR", kind: 64) { body in
      var attributes = EventAttributes(type: .tracepoint, config: 77)
      attributes.sampleFields = [.instructionPointer, .time]
      body.raw(attributes.bytes(byteOrder: body.order, size: 112))
      body.u64(3, 4)
    },
    Case(name: "EVENT_TYPE", kind: 65) { body in
      body.u64(9)
      body.fixed("cycles", 64)
    },
    Case(name: "TRACING_DATA within", kind: 66) { body in
      body.u32(5)
      body.raw([1, 2, 3, 4, 5, 0, 0])
    },
    Case(name: "ID_INDEX", kind: 69) { body in
      body.u64(2, 5, 0, 3, .max, 6, 1, 4, 77, 900, 1, 901, 2)
    },
    Case(name: "AUXTRACE_INFO", kind: 70) { body in
      body.u32(4, 0)
      body.u64(11, 12)
    },
    Case(name: "AUXTRACE_ERROR 0", kind: 72) { body in
      body.u32(1, 5, 2, 10, 11, 0)
      body.u64(0xabc)
      body.fixed("old form", 64)
    },
    Case(name: "AUXTRACE_ERROR 1", kind: 72) { body in
      body.u32(1, 5, .max, 10, 11, 1)
      body.u64(0xabc, 99)
      body.fixed("with time", 64)
    },
    Case(name: "AUXTRACE_ERROR 2", kind: 72) { body in
      body.u32(1, 5, 2, 10, 11, 2)
      body.u64(0xabc, 99)
      body.fixed("with machine", 64)
      body.u32(7, 8)
    },
    Case(name: "TIME_CONV", kind: 79) { body in
      body.u64(4, 48, 1000, 0x1_0000_0000, 0xffff_ffff)
      body.u8(1, 1, 0, 0, 0, 0, 0, 0)
    },
    Case(name: "BPF_METADATA", kind: 84) { body in
      body.fixed("bpf_prog_0011", 512)
      body.u64(2)
      body.fixed("version", 64)
      body.fixed("1.2", 256)
      body.fixed("license", 64)
      body.fixed("none", 256)
    },
  ]

  static let maps: [Case] = [
    Case(name: "CPU_MAP list", kind: 74) { body in
      body.u16(0, 3, 1, 5, .max)
      body.raw([0, 0, 0, 0, 0, 0])
    },
    Case(name: "CPU_MAP mask 4", kind: 74) { body in
      body.u16(1, 2, 4)
      body.u32(0b101, 0b10)
      body.raw([0, 0])
    },
    Case(name: "CPU_MAP mask 8", kind: 74) { body in
      body.u16(1, 2, 8)
      body.raw([0, 0, 0, 0])
      body.u64(0b101, 0b10)
      body.raw([0, 0, 0, 0, 0, 0])
    },
    Case(name: "CPU_MAP range", kind: 74) { body in
      body.u16(2)
      body.u8(1, 0)
      body.u16(3, 6)
    },
    Case(name: "EVENT_UPDATE cpus", kind: 78) { body in
      body.u64(3, 5)
      body.u16(0, 2, 4, 6)
    },
  ]

  static let scheduler: [Case] = [
    Case(name: "SCHEDSTAT_CPU", kind: 85) { body in
      body.u64(1000)
      body.u32(3)
      body.u16(15, 0)
      body.u32(1, 2, 3, 4, 5, 6)
      body.u64(7, 8, 9)
    },
    domain(version: 15), domain(version: 16), domain(version: 17),
  ]

  private static func domain(version: UInt16) -> Case {
    Case(name: "SCHEDSTAT_DOMAIN \(version)", kind: 86) { body in
      body.u64(1000)
      body.u32(3)
      body.u16(version, 2)
      for number in UInt32(1)...46 { body.u32(number) }
    }
  }

  static let simpleperf: [Case] = [
    Case(name: "KERNEL_SYMBOL", kind: 32769) { body in
      body.u32(6)
      body.raw(Array("symtab".utf8) + [0, 0, 0, 0, 0, 0])
    },
    Case(name: "DSO", kind: 32770) { body in
      body.u64(2, 7, 0x1000)
      body.text("/system/lib64/libc.so")
    },
    Case(name: "SYMBOL", kind: 32771) { body in
      body.u64(0x2000, 64, 7)
      body.text("malloc")
    },
    Case(name: "EVENT_ID", kind: 32774) { body in
      body.u64(2, 0, 500, 1, 501)
    },
    Case(name: "CALLCHAIN", kind: 32775) { body in
      body.u32(10, 11)
      body.u64(1, 99, 2, 100, 200, 300, 400)
    },
    Case(name: "UNWINDING_RESULT", kind: 32776) { body in
      body.u64(1, 2, 3, 4, 5, 6)
      body.u64(2, 0b101, 70, 71)
      body.u64(16, 0x5151, 0x5252, 8)
      body.u64(1, 100, 300)
    },
    Case(name: "UNWINDING_RESULT without registers", kind: 32776) { body in
      body.u64(1, 2, 3, 4, 5, 6, 0, 0)
    },
    Case(name: "TRACING_DATA of simpleperf", kind: 32777) { body in
      body.u32(4)
      body.raw([1, 2, 3, 4])
    },
    Case(name: "DEBUG", kind: 32778) { body in
      body.u64(9)
      body.text("a remark")
    },
  ]
}

extension ByteWriter {
  /// Text in a field of fixed size, filled with zeros.
  mutating func fixed(_ text: String, _ size: Int) {
    let bytes = Array(text.utf8).prefix(size)
    raw(bytes + [UInt8](repeating: 0, count: size - bytes.count))
  }
}
