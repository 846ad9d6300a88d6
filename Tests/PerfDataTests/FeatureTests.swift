import PerfData
import PerfEvent
import Testing

@Suite("The contents of features")
struct FeatureTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  private func file(
    _ order: ByteOrder, _ build: (inout PerfDataBuilder) -> Void
  ) throws -> PerfDataFile {
    var builder = PerfDataBuilder(order)
    build(&builder)
    return try PerfDataFile(bytes: builder.file())
  }

  @Test("Texts and numbers", arguments: orders)
  func machine(order: ByteOrder) throws {
    let file = try file(order) { builder in
      let texts: [(HeaderFeature, String)] = [
        (.hostname, "a"), (.osRelease, "b"), (.perfVersion, "c"), (.architecture, "d"),
        (.cpuDescription, "e"), (.cpuID, "f"),
      ]
      for (feature, text) in texts { builder.feature(feature) { $0.sized(text) } }
      builder.feature(.cpuCounts) { $0.u32(8, 6) }
      builder.feature(.totalMemory) { $0.u64(123) }
      builder.feature(.commandLine) {
        $0.u32(2)
        $0.sized("perf")
        $0.sized("record")
      }
      builder.feature(.cacheLineSize) { $0.u32(64) }
    }
    #expect(try file.hostname == "a")
    #expect(try file.osRelease == "b")
    #expect(try file.perfVersion == "c")
    #expect(try file.architecture == "d")
    #expect(try file.cpuDescription == "e")
    #expect(try file.cpuID == "f")
    #expect(try file.cpuCounts?.available == 8)
    #expect(try file.cpuCounts?.online == 6)
    #expect(try file.totalMemoryKilobytes == 123)
    #expect(try file.commandLine == ["perf", "record"])
    #expect(try file.cacheLineSize == 64)
  }

  @Test("Topology", arguments: orders)
  func topology(order: ByteOrder) throws {
    let file = try file(order) { builder in
      builder.feature(.cpuCounts) { $0.u32(2, 2) }
      builder.feature(.cpuTopology) { body in
        body.u32(1)
        body.sized("0-1")
        body.u32(2)
        body.sized("0")
        body.sized("1")
        body.u32(0, 7, 1, 7, 1)
        body.sized("0-1")
        body.u32(3, 4)
      }
      builder.feature(.numaTopology) {
        $0.u32(1, 5)
        $0.u64(100, 60)
        $0.sized("0-1")
      }
      builder.feature(.cache) { body in
        body.u32(1, 1, 2, 64, 512, 8)
        body.sized("Unified")
        body.sized("256K")
        body.sized("0-1")
      }
      builder.feature(.memoryTopology) { $0.u64(1, 4096, 1, 3, 70, 70, 0xff, 0x3f) }
      builder.feature(.hybridTopology) {
        $0.u32(1)
        $0.sized("cpu_core")
        $0.sized("0-3")
      }
    }
    let topology = try #require(try file.cpuTopology)
    #expect(topology.socketSiblings == ["0-1"])
    #expect(topology.threadSiblings == ["0", "1"])
    #expect(topology.dieSiblings == ["0-1"])
    #expect(topology.cpus.map(\.core) == [0, 1])
    #expect(topology.cpus.map(\.socket) == [7, 7])
    #expect(topology.cpus.map(\.die) == [3, 4])
    let node = try #require(try file.numaNodes?.first)
    #expect(node.number == 5 && node.totalKilobytes == 100 && node.freeKilobytes == 60)
    let cache = try #require(try file.cpuCaches?.first)
    #expect(cache.level == 2 && cache.ways == 8 && cache.size == "256K" && cache.cpus == "0-1")
    let memory = try #require(try file.memoryTopology)
    #expect(memory.blockSize == 4096)
    #expect(memory.nodes.map(\.blocks) == [[0xff, 0x3f]])
    #expect(try file.hybridCPUs?.first?.cpus == "0-3")
  }

  @Test("Groups, PMUs, compression, clocks", arguments: orders)
  func recording(order: ByteOrder) throws {
    let file = try file(order) { builder in
      builder.feature(.groupDescriptions) {
        $0.u32(1)
        $0.sized("{anon_group}")
        $0.u32(2, 3)
      }
      builder.feature(.pmuMappings) {
        $0.u32(1, 4)
        $0.sized("cpu")
      }
      builder.feature(.cpuPMUCapabilities) {
        $0.u32(1)
        $0.sized("branches")
        $0.sized("32")
      }
      builder.feature(.pmuCapabilities) { body in
        body.u32(1, 1)
        body.sized("max_precise")
        body.sized("3")
        body.sized("cpu_core")
      }
      builder.feature(.compressed) { $0.u32(1, 1, 3, 12, 524288) }
      builder.feature(.sampleTime) { $0.u64(10, 20) }
      builder.feature(.clockID) { $0.u64(1) }
      builder.feature(.clockData) {
        $0.u32(1, 4)
        $0.u64(1000, 2000)
      }
      builder.feature(.directoryFormat) { $0.u64(1) }
    }
    let group = try #require(try file.groups?.first)
    #expect(group.name == "" && group.leader == 2 && group.count == 3)
    #expect(try file.pmuMappings?.first?.name == "cpu")
    #expect(try file.cpuPMUCapabilities?.entries.first?.value == "32")
    #expect(try file.pmuCapabilities?.first?.pmu == "cpu_core")
    #expect(try file.compression?.bufferSize == 524288)
    #expect(try file.sampleTimes?.last == 20)
    #expect(try file.clockResolution == 1)
    #expect(try file.clockData?.clock == 2000)
    #expect(try file.directoryVersion == 1)
  }

  @Test("Build identifiers with and without sizes and processes", arguments: orders)
  func buildIDs(order: ByteOrder) throws {
    let identifier = (1...20).map { UInt8($0) }
    let file = try file(order) { builder in
      builder.feature(.buildIDs) { body in
        body.u32(67)
        body.u16(1, 64)
        body.u32(UInt32.max)
        body.raw(identifier + [0, 0, 0, 0])
        body.text("[kernel.kallsyms]")
        body.pad(64)
        body.u32(0)
        body.u16(0x8002, 48)
        body.u32(UInt32.max)
        body.raw(identifier + [16, 0, 0, 0])
        body.text("/bin/a")
        body.raw([0, 0, 0, 0])
      }
    }
    let found = try #require(try file.buildIDs)
    #expect(found.map(\.path) == ["[kernel.kallsyms]", "/bin/a"])
    #expect(found.map(\.bytes.count) == [20, 16])
    #expect(found[0].hexadecimal == "0102030405060708090a0b0c0d0e0f1011121314")
    #expect(found[0].cpuMode == .kernel && found[1].cpuMode == .user)
  }

  @Test("Counts that cannot be true are refused before anything is allocated")
  func impossibleCounts() throws {
    let file = try file(.littleEndian) { builder in
      builder.feature(.commandLine) { $0.u32(UInt32.max) }
      builder.feature(.pmuMappings) {
        $0.u32(UInt32.max)
        $0.u32(0)
      }
      builder.feature(.memoryTopology) { $0.u64(1, 1, UInt64.max, 0, 0, 0) }
      builder.feature(.hostname) { $0.u32(UInt32.max) }
      builder.feature(.cpuCounts) { $0.u32(1) }
    }
    #expect(throws: PerfDataError.self) { _ = try file.commandLine }
    #expect(throws: PerfDataError.self) { _ = try file.pmuMappings }
    #expect(throws: PerfDataError.self) { _ = try file.memoryTopology }
    #expect(throws: PerfDataError.self) { _ = try file.cpuCounts }
    let error = #expect(throws: PerfDataError.self) { _ = try file.hostname }
    #expect(error?.code == .invalidSize)
  }

  @Test("Of features that come twice in a stream the first counts")
  func twice() throws {
    var builder = PerfDataBuilder()
    for name in ["first", "second"] {
      builder.feature(.hostname) { body in
        body.u32(8)
        body.text(name)
      }
    }
    let file = try PerfDataFile(bytes: builder.pipe())
    #expect(file.features.count == 2)
    #expect(try file.hostname == "first")
  }
}
