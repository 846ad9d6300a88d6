import EventCatalog
import Foundation
import TestSupport
import Testing

@Suite("Hostile files of other tools")
struct HostileToolFileTests {
  /// A reader of one file among others that are whole.
  struct Reader: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var read: @Sendable ([UInt8]) throws -> EventTable
  }

  static func read(
    _ path: String, _ bytes: [UInt8], others: [String: String] = [:],
    _ body: (ScriptedKernel) throws -> EventTable
  ) throws -> EventTable {
    let kernel = ScriptedKernel()
    for (other, text) in others { kernel.addFile(other, text) }
    kernel.addFile(path, bytes: bytes)
    return try body(kernel)
  }

  static let readers: [Reader] = [
    Reader(testDescription: "events of OProfile", text: OProfileFormatTests.events) { bytes in
      try read(
        "/o/i386/a/events", bytes, others: ["/o/i386/a/unit_masks": OProfileFormatTests.masks]
      ) {
        try OProfileSource(root: "/o", kernel: $0).table(named: "i386/a")
      }
    },
    Reader(testDescription: "unit masks of OProfile", text: OProfileFormatTests.masks) { bytes in
      try read(
        "/o/i386/a/unit_masks", bytes, others: ["/o/i386/a/events": OProfileFormatTests.events]
      ) {
        try OProfileSource(root: "/o", kernel: $0).table(named: "i386/a")
      }
    },
    Reader(
      testDescription: "presets of PAPI",
      text: "CPU,a\nPRESET,PAPI_A,DERIVED_POSTFIX,N0|2|*|N1|-|,A,PAPI_B,NOTE,\"x, y\"\n"
        + "PRESET,PAPI_B,DERIVED_INFIX,(N0+N1)/2,B,C\nCPU,a\nPRESET,PAPI_B,NOT_DERIVED,D\n"
    ) { bytes in
      try read("/p", bytes) { kernel in
        let source = PAPISource(path: "/p", kernel: kernel) { _ in [] }
        guard let name = try source.tableNames().first else { return EventTable(name: "") }
        return try source.table(named: name)
      }
    },
    Reader(
      testDescription: "events of LIKWID",
      text: "EVENT_A 0xC6 PMC0|PMC1\nOPTIONS_A EVENT_OPTION_MATCH0_MASK\n"
        + "DEFAULT_OPTIONS_A EVENT_OPTION_THRESHOLD=0x2,EVENT_OPTION_EDGE=1\nUMASK_A 0x01 0x0 0x11\n"
        + "EVENT_B 0x00 FIXC1\nUMASK_B 0x00\n"
    ) { bytes in
      try read("/l/perfmon_skylake_events.txt", bytes) {
        try LIKWIDSource(root: "/l", kernel: $0).table(named: "skylake")
      }
    },
    Reader(testDescription: "groups of LIKWID", text: LIKWIDGroupTests.text) { bytes in
      try read("/l/groups/skylake/A.txt", bytes) {
        try LIKWIDSource(root: "/l", kernel: $0).table(named: "skylake")
      }
    },
  ]

  @Test(arguments: readers)
  func `files cut off anywhere`(reader: Reader) throws {
    let bytes: [UInt8] = Array(reader.text.utf8)
    let whole: EventTable = try reader.read(bytes)
    for length in 0..<bytes.count {
      let table: EventTable = try reader.read(Array(bytes[..<length]))
      #expect(table.events.count <= whole.events.count + 1)
      #expect(table.warnings.allSatisfy { !"\($0)".isEmpty })
    }
  }

  @Test(arguments: readers)
  func `each byte replaced by zero, by a line end and by one that is no text`(reader: Reader) throws
  {
    let bytes: [UInt8] = Array(reader.text.utf8)
    for index in bytes.indices {
      for replacement in [0, 0x0A, 0xFF] as [UInt8] {
        var damaged: [UInt8] = bytes
        damaged[index] = replacement
        let table: EventTable = try reader.read(damaged)
        #expect(table.events.count < 20 && table.metrics.count < 20)
      }
    }
  }

  private static let hugeLines: [[UInt8]] = [
    "A", "\t0x1 ", "a:", "PMC0|", "N0|", "EVENT_A 0x1 PMC0|PMC0", ",", "\0", "(",
  ].map { part in
    let count: Int = part == "A" ? 500_000 : 100_000
    return Array(String(repeating: part, count: count / part.utf8.count).utf8)
  }

  @Test(.timeLimit(.minutes(2)), arguments: readers)
  func `lines of a great many bytes`(reader: Reader) throws {
    for huge in Self.hugeLines {
      let table: EventTable = try reader.read(Array(reader.text.utf8) + huge)
      #expect(table.warnings.allSatisfy { "\($0)".utf8.count < 1000 })
      _ = try reader.read(huge)
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: readers)
  func `thousands of lines that make no sense`(reader: Reader) throws {
    let lines = String(repeating: "odd line\n", count: 20_000)
    let table: EventTable = try reader.read(Array((lines + reader.text).utf8))
    #expect(table.warnings.count <= 1010)
    #expect(table.warnings.contains { "\($0)".contains("more problems") })
  }

  @Test func `includes in a loop and too deep ones end in a warning`() throws {
    let kernel = ScriptedKernel()
    kernel.addFile("/o/i386/a/events", "include:b\nevent:0x1 um:zero name:A :\n")
    kernel.addFile("/o/i386/b/events", "include:a\ninclude:b\nevent:0x2 um:zero name:B :\n")
    kernel.addFile(
      "/o/i386/a/unit_masks", "include:b\nname:zero type:mandatory default:0x0\n\t0x0 None\n")
    kernel.addFile("/o/i386/b/unit_masks", "include:a\n")
    for index in 0..<40 {
      kernel.addFile("/o/deep/d\(index)/events", "include:d\(index + 1)\n")
      kernel.addFile("/o/deep/d\(index)/unit_masks", "")
    }
    let source = OProfileSource(root: "/o", kernel: kernel)
    let table: EventTable = try source.table(named: "i386/a")
    #expect(table.events.filter { $0.baseName == nil }.map(\.name) == ["B", "A"])
    #expect(
      table.warnings.allSatisfy { if case .circularReference = $0.problem { true } else { false } })
    #expect(table.warnings.count == 3)
    let deep: [EventSourceError] = try source.table(named: "deep/d0").warnings
    #expect(deep.count == 2 && deep.allSatisfy { $0.problem == .nestedTooDeep(limit: 16) })
  }

  @Test(.timeLimit(.minutes(1)))
  func `events with masks without number are cut off`() throws {
    var masks: String = "name:all type:bitmask default:0x1\n"
    for index in 0..<64 { masks += "\t0x\(String(index, radix: 16)) Mask\n" }
    let event: String = "event:0x1 um:all,all,all,all name:E :\n"
    let kernel = ScriptedKernel()
    kernel.addFile("/o/i386/a/unit_masks", masks)
    kernel.addFile("/o/i386/a/events", String(repeating: event, count: 5000))
    let table: EventTable = try OProfileSource(root: "/o", kernel: kernel).table(named: "i386/a")
    #expect(table.events.count < 100_300)
    #expect(table.warnings.count == 1)
  }

  @Test func `links in a loop, folders in place of files and files in place of folders`() throws {
    let manager = FileManager.default
    let root: URL = manager.temporaryDirectory.appendingPathComponent("tools-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: root) }
    func folder(_ path: String) throws -> URL {
      let url: URL = root.appendingPathComponent(path)
      try manager.createDirectory(at: url, withIntermediateDirectories: true)
      return url
    }
    let cpu: URL = try folder("i386/loop")
    try manager.createSymbolicLink(
      at: cpu.appendingPathComponent("events"),
      withDestinationURL: cpu.appendingPathComponent("events"))
    try manager.createSymbolicLink(
      at: root.appendingPathComponent("i386/self"), withDestinationURL: root)
    _ = try folder("i386/folder/events")
    let oprofile = OProfileSource(root: root.path)
    #expect(try oprofile.tableNames() == ["i386/folder", "i386/loop"])
    for name in try oprofile.tableNames() {
      #expect(throws: EventSourceError.self) { try oprofile.table(named: name) }
    }
    let groups: URL = try folder("groups/skylake/A.txt").deletingLastPathComponent()
    try manager.createSymbolicLink(
      at: groups.appendingPathComponent("B.txt"),
      withDestinationURL: groups.appendingPathComponent("B.txt"))
    try manager.createSymbolicLink(
      at: root.appendingPathComponent("groups/zen3"), withDestinationURL: root)
    let likwid = LIKWIDSource(root: root.path)
    #expect(try likwid.table(named: "skylake").warnings.count == 2)
    #expect(throws: EventSourceError.self) {
      try PAPISource(path: root.path) { _ in [] }.tableNames()
    }
  }
}
