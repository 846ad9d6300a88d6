import PerfData
import PerfEvent

/// Synthetic features of kinds that recordings rarely hold.
enum TypedFeatures {
  struct Case: Sendable, CustomStringConvertible {
    let feature: HeaderFeature
    let body: @Sendable (inout ByteWriter) -> Void
    var description: String { "\(feature)" }
  }

  static func builder(_ order: ByteOrder) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    for feature in all { builder.feature(feature.feature, feature.body) }
    return builder
  }

  static let all: [Case] = [
    Case(feature: .cpuCounts) { $0.u32(2, 2) },
    Case(feature: .auxTrace) { $0.u64(2, 1000, 48, 5000, 48) },
    Case(feature: .bpfProgramInfo) { body in
      body.u32(2)
      program(&body)
      // A program of an old kernel, with a short description and without arrays.
      body.u32(40, 0)
      body.u64(0)
      body.u32(2, 78)
      body.raw([UInt8](repeating: 8, count: 8))
      body.u32(0, 0)
      body.u64(0, 0)
    },
    Case(feature: .bpfTypeFormat) { body in
      body.u32(2, 5, 3)
      body.raw([1, 2, 3])
      body.u32(6, 0)
    },
    Case(feature: .cpuDomainInfo) { body in
      body.u32(17, 2)
      for cpu in [0, 1] as [UInt32] {
        body.u32(cpu, 1, 0)
        for text in ["MC", "3", "0-1"] { body.sized(text) }
      }
    },
    Case(feature: .machineNumber) { $0.u32(183, 5) },
    Case(feature: .simpleperfFiles) { body in
      for kind in [2, 1, 3, 0] as [UInt32] {
        var file = ByteWriter(body.order)
        file.raw(Array("/f\(kind)".utf8) + [0])
        file.u32(kind)
        file.u64(0x1000)
        file.u32(1)
        file.u64(0x10)
        file.u32(32)
        file.raw(Array("main".utf8) + [0])
        if kind == 3 { file.u32(2) }
        if kind != 0 { file.u64(77) }
        if kind == 3 { file.u64(78) }
        body.u32(UInt32(file.bytes.count))
        body.raw(file.bytes)
      }
    },
    Case(feature: .simpleperfInformation) { body in
      for text in ["simpleperf_version", "1.2", "trace_offcpu", "true", "clockid", ""] {
        body.raw(Array(text.utf8) + [0])
      }
    },
    Case(feature: .simpleperfUnwoundFiles) { body in
      body.raw([0x0a, 0x07, 0x0a, 0x02, 0x2f, 0x61, 0x10, 0xac, 0x02])
      body.raw([0x0a, 0x04, 0x0a, 0x02, 0x2f, 0x62])
    },
    Case(feature: .simpleperfUnwoundContents) { $0.raw([1, 2, 3, 4]) },
  ]

  /// Files as messages; in a file of its own, since it replaces the older form.
  static let messages: Case = Case(feature: .simpleperfFiles2) { body in
    // path "/x", type 2, least address 4096, a symbol, and an offset of 300.
    let program: [UInt8] =
      [0x0a, 0x02, 0x2f, 0x78, 0x10, 0x02, 0x18, 0x80, 0x20]
      + [0x22, 0x0a, 0x08, 0x10, 0x10, 0x20, 0x1a, 0x04] + Array("main".utf8)
      + [0x32, 0x03, 0x08, 0xac, 0x02]
    // path "/d", type 3, and two offsets, packed.
    let code: [UInt8] =
      [0x0a, 0x02, 0x2f, 0x64, 0x10, 0x03, 0x2a, 0x05, 0x0a, 0x03, 0x05, 0xac, 0x02]
    // path "/m", type 1, an unknown field of fixed size, and an offset of 9.
    let module: [UInt8] =
      [0x0a, 0x02, 0x2f, 0x6d, 0x10, 0x01, 0x9d, 0x06, 1, 2, 3, 4, 0x3a, 0x02, 0x08, 0x09]
    for file in [program, code, module] {
      body.u32(UInt32(file.count))
      body.raw(file)
    }
  }

  /// A program of 232 bytes with every array.
  private static func program(_ body: inout ByteWriter) {
    body.u32(232, 112)
    body.u64(0x1ff)
    body.u32(1, 77)
    body.raw([1, 2, 3, 4, 5, 6, 7, 8])
    // The sizes of the code, and where both forms of it begin.
    body.u32(5, 8)
    body.u64(0, 8, 123)
    body.u32(1000, 2)
    body.u64(16)
    body.fixed("trace_it", 16)
    body.u32(0, 1)
    body.u64(0, 0)
    body.u32(2, 2)
    body.u64(24, 40)
    body.u32(9, 8)
    body.u64(48)
    body.u32(1, 1)
    body.u64(56, 72)
    body.u32(2, 16, 8, 2)
    body.u64(88, 55, 66, 0)
    body.u32(0, 0, 0, 0)
    // The arrays: machine code, instructions, maps, symbols, sizes, functions,
    // lines, lines of the machine's code, tags.
    body.raw([1, 2, 3, 4, 5, 0, 0, 0])
    body.raw([11, 12, 13, 14, 15, 16, 17, 18])
    body.u32(31, 32)
    body.u64(0xffff_0000, 0xffff_1000)
    body.u32(100, 200)
    body.raw([UInt8](repeating: 6, count: 8))
    body.raw([UInt8](repeating: 7, count: 16))
    body.u64(0xffff_0004, 0xffff_1004)
    body.raw([UInt8](repeating: 8, count: 8) + [UInt8](repeating: 9, count: 8))
    body.u64(0)
  }
}
