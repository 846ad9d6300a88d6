import PerfData
import PerfEvent
import Testing

@Suite("The contents of features that recordings rarely hold")
struct TypedFeatureTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  /// The features in a file, and in a pipe that brings them behind its records.
  static func files(_ order: ByteOrder) -> [[UInt8]] {
    var late = PerfDataBuilder(order)
    late.event([.instructionPointer])
    late.record(9) { $0.u64(1) }
    for feature in TypedFeatures.all {
      late.record(80) { body in
        body.u64(UInt64(feature.feature.rawValue))
        feature.body(&body)
      }
    }
    return [TypedFeatures.builder(order).file(), late.pipe()]
  }

  @Test("Places, machine and domains", arguments: orders)
  func machine(order: ByteOrder) throws {
    for bytes in Self.files(order) {
      let file = try PerfDataFile(bytes: bytes)
      #expect(try file.auxTraceIndex?.map(\.offset) == [1000, 5000])
      #expect(try file.auxTraceIndex?.map(\.size) == [48, 48])
      #expect(try file.machine?.number == 183)
      #expect(try file.machine?.flags == 5)
      #expect(try file.registerSet == .arm64)
      let domains = try #require(try file.cpuDomains)
      #expect(domains.version == 17 && domains.domainCount == 2)
      #expect(domains.cpus.map(\.cpu) == [0, 1])
      let domain = try #require(domains.cpus.last?.domains.first)
      #expect(domain.number == 0 && domain.name == "MC")
      #expect(domain.cpuMask == "3" && domain.cpus == "0-1")
      #expect(file.has(.auxTrace) && !file.has(.stat))
    }
  }

  @Test("Domains of older kernels have no names", arguments: orders)
  func namelessDomains(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.feature(.cpuDomainInfo) { body in
      body.u32(15, 1, 0, 1, 0)
      for text in ["3", "0-1"] { body.sized(text) }
    }
    let file = try PerfDataFile(bytes: builder.file())
    let domain = try #require(try file.cpuDomains?.cpus.first?.domains.first)
    #expect(domain.name == "" && domain.cpuMask == "3" && domain.cpus == "0-1")
  }

  @Test("BPF programs and their types", arguments: orders)
  func programs(order: ByteOrder) throws {
    for bytes in Self.files(order) {
      let file = try PerfDataFile(bytes: bytes)
      let programs = try #require(try file.bpfPrograms)
      #expect(programs.map(\.identifier) == [77, 78])
      let program = programs[0]
      #expect(program.type == 1 && program.tag == [1, 2, 3, 4, 5, 6, 7, 8])
      #expect(program.name == "trace_it" && program.loadTime == 123 && program.user == 1000)
      #expect(program.typeFormatID == 9 && program.runTime == 55 && program.runCount == 66)
      #expect(program.machineCode == [1, 2, 3, 4, 5])
      #expect(program.instructions == [11, 12, 13, 14, 15, 16, 17, 18])
      #expect(program.maps == [31, 32] && program.symbols == [0xffff_0000, 0xffff_1000])
      #expect(program.functionSizes == [100, 200])
      #expect(program.functions == [UInt8](repeating: 6, count: 8))
      #expect(program.lines == [UInt8](repeating: 7, count: 16))
      #expect(program.machineLines == [0xffff_0004, 0xffff_1004])
      #expect(program.tags.map { $0[0] } == [8, 9])
      #expect(program.information.count == 232 && program.data.count == 112)
      #expect(programs[1].arrays == [] && programs[1].name == "" && programs[1].type == 2)
      let formats = try #require(try file.bpfTypeFormats)
      #expect(formats.map(\.identifier) == [5, 6])
      #expect(formats.map(\.bytes) == [[1, 2, 3], []])
    }
  }

  @Test("An array of a BPF program outside of its data is refused")
  func programArrays() throws {
    var builder = PerfDataBuilder()
    builder.feature(.bpfProgramInfo) { body in
      body.u32(1, 64, 8)
      body.u64(1)
      body.raw([UInt8](repeating: 0, count: 16))
      body.u32(9, 0)
      body.raw([UInt8](repeating: 0, count: 48))
    }
    let file = try PerfDataFile(bytes: builder.file())
    let error = #expect(throws: PerfDataError.self) { _ = try file.bpfPrograms }
    #expect(error?.code == .invalidSize && error?.value == 9 && error?.limit == 8)
  }

  @Test("Files, keys and debugging files of Android's recorder", arguments: orders)
  func simpleperf(order: ByteOrder) throws {
    let file = try PerfDataFile(bytes: TypedFeatures.builder(order).file())
    let files = try #require(try file.simpleperfFiles)
    #expect(files.map(\.kind) == [.elf, .kernelModule, .dex, .kernel])
    #expect(files.map(\.path) == ["/f2", "/f1", "/f3", "/f0"])
    #expect(files.map(\.fileOffset) == [77, nil, nil, nil])
    #expect(files.map(\.memoryOffset) == [nil, 77, nil, nil])
    #expect(files.map(\.dexFileOffsets) == [[], [], [77, 78], []])
    #expect(files.allSatisfy { $0.minimumAddress == 0x1000 })
    let symbol = try #require(files[2].symbols.first)
    #expect(symbol.address == 0x10 && symbol.length == 32 && symbol.name == "main")
    let information = try #require(try file.simpleperfInformation)
    #expect(information == ["simpleperf_version": "1.2", "trace_offcpu": "true", "clockid": ""])
    let unwound = try #require(try file.simpleperfUnwoundFiles)
    #expect(unwound.map(\.path) == ["/a", "/b"] && unwound.map(\.size) == [300, 0])
    #expect(file.bytes(of: .simpleperfUnwoundContents)?.byteCount == 4)
  }

  @Test("Files as messages", arguments: orders)
  func messages(order: ByteOrder) throws {
    var builder = TypedFeatures.builder(order)
    builder.feature(TypedFeatures.messages.feature, TypedFeatures.messages.body)
    let file = try PerfDataFile(bytes: builder.file())
    let files = try #require(try file.simpleperfFiles)
    #expect(files.map(\.path) == ["/x", "/d", "/m"])
    #expect(files.map(\.kind) == [.elf, .dex, .kernelModule])
    #expect(files[0].minimumAddress == 4096 && files[0].fileOffset == 300)
    #expect(files[0].symbols.map(\.name) == ["main"] && files[0].symbols[0].length == 32)
    #expect(files[1].dexFileOffsets == [5, 300] && files[2].memoryOffset == 9)
  }

  @Test("Names of events in old files", arguments: orders)
  func eventTypes(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer])
    var bytes = builder.file()
    var section = ByteWriter(order)
    section.u64(UInt64(bytes.count), 144)
    bytes.replaceSubrange(56..<72, with: section.bytes)
    var names = ByteWriter(order)
    for (number, name) in ["cycles", "instructions"].enumerated() {
      names.u64(UInt64(number))
      names.fixed(name, 64)
    }
    let file = try PerfDataFile(bytes: bytes + names.bytes)
    #expect(try file.eventTypes.map(\.name) == ["cycles", "instructions"])
    #expect(try file.eventTypes.map(\.identifier) == [0, 1])
  }

  @Test("A build identifier without process, as the oldest recorders wrote it", arguments: orders)
  func oldBuildIDs(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.feature(.buildIDs) { body in
      for name in ["[kernel.kallsyms]", "/bin/a"] {
        body.u32(0)
        body.u16(1, 64)
        body.raw((1...20).map { UInt8($0) } + [0, 0, 0, 0])
        body.fixed(name, 32)
      }
    }
    let file = try PerfDataFile(bytes: builder.file())
    let found = try #require(try file.buildIDs)
    #expect(found.map(\.path) == ["[kernel.kallsyms]", "/bin/a"])
    #expect(found.allSatisfy { $0.process == -1 && $0.bytes == (1...20).map { UInt8($0) } })
  }

  @Test("A feature cut at any length is refused or shorter, and nothing else happens")
  func cut() throws {
    for order in Self.orders {
      for feature in TypedFeatures.all + [TypedFeatures.messages] {
        var whole = ByteWriter(order)
        feature.body(&whole)
        for count in 0..<whole.bytes.count {
          var builder = PerfDataBuilder(order)
          builder.event([.instructionPointer])
          builder.feature(feature.feature) { $0.raw(Array(whole.bytes.prefix(count))) }
          builder.record(9) { $0.u64(1) }
          #expect(readEverything(builder.file())?.samples == 1, "\(feature) cut to \(count)")
        }
      }
    }
  }

  @Test("A feature with any byte changed is refused or different, and nothing else happens")
  func changed() throws {
    for feature in TypedFeatures.all + [TypedFeatures.messages] {
      var whole = ByteWriter()
      feature.body(&whole)
      for place in whole.bytes.indices {
        for value in [0, 0x7f, 0xff] as [UInt8] {
          var bytes = whole.bytes
          bytes[place] = value
          var builder = PerfDataBuilder()
          builder.event([.instructionPointer])
          builder.feature(feature.feature) { $0.raw(bytes) }
          builder.record(9) { $0.u64(1) }
          #expect(readEverything(builder.file())?.samples == 1, "\(feature) at \(place)")
        }
      }
    }
  }
}
