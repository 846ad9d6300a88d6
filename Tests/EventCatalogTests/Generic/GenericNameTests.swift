import EventCatalog
import PerfEvent
import TestSupport
import Testing

/// The numbers are those of `include/uapi/linux/perf_event.h`.
@Suite("Generic names")
struct GenericNameTests {
  static let hardware: [(String, UInt64)] = [
    ("cpu-cycles", 0), ("cycles", 0), ("instructions", 1), ("cache-references", 2),
    ("cache-misses", 3), ("branch-instructions", 4), ("branches", 4), ("branch-misses", 5),
    ("bus-cycles", 6), ("stalled-cycles-frontend", 7), ("idle-cycles-frontend", 7),
    ("stalled-cycles-backend", 8), ("idle-cycles-backend", 8), ("ref-cycles", 9),
  ]

  static let software: [(String, UInt64)] = [
    ("cpu-clock", 0), ("task-clock", 1), ("page-faults", 2), ("faults", 2),
    ("context-switches", 3), ("cs", 3), ("cpu-migrations", 4), ("migrations", 4),
    ("minor-faults", 5), ("major-faults", 6), ("alignment-faults", 7), ("emulation-faults", 8),
    ("dummy", 9), ("bpf-output", 10), ("cgroup-switches", 11),
  ]

  @Test(arguments: hardware)
  func `hardware names`(name: String, config: UInt64) throws {
    for spelling in [name, name.uppercased()] {
      let found: Event = try event(spelling)
      #expect(found.attributes.type == .hardware)
      #expect(found.attributes.config == config)
      #expect(found.name == spelling)
      #expect(found.pmu == nil)
    }
  }

  @Test(arguments: software)
  func `software names`(name: String, config: UInt64) throws {
    let found: Event = try event(name)
    #expect(found.attributes.type == .software)
    #expect(found.attributes.config == config)
    #expect(found.unit == (config < 2 ? "ns" : ""))
    #expect(found.scale == 1)
  }

  /// Cache, the words for it, and the operations that it has.
  static let caches: [(UInt64, [String], Set<UInt64>)] = [
    (0, ["L1-dcache", "l1-d", "l1d", "L1-data"], [0, 1, 2]),
    (1, ["L1-icache", "l1-i", "l1i", "L1-instruction"], [0, 2]),
    (2, ["LLC", "L2"], [0, 1, 2]),
    (3, ["dTLB", "d-tlb", "Data-TLB"], [0, 1, 2]),
    (4, ["iTLB", "i-tlb", "Instruction-TLB"], [0]),
    (5, ["branch", "bpu", "btb", "bpc"], [0]),
    (6, ["node"], [0, 1, 2]),
  ]
  static let operations: [(UInt64, [String])] = [
    (0, ["", "-load", "-loads", "-read"]),
    (1, ["-store", "-stores", "-write"]),
    (2, ["-prefetch", "-prefetches", "-speculative-read", "-speculative-load"]),
  ]
  static let results: [(UInt64, [String])] = [
    (0, ["", "-refs", "-Reference", "-ops", "-access"]), (1, ["-misses", "-miss"]),
  ]

  @Test(arguments: caches)
  func `every combination of the words for caches`(
    cache: UInt64, words: [String], possible: Set<UInt64>
  ) throws {
    for word in words {
      for (operation, operationWords) in Self.operations {
        for (result, resultWords) in Self.results {
          for operationWord in operationWords {
            for resultWord in resultWords {
              let name: String = word + operationWord + resultWord
              // These are hardware events of their own.
              if name == "branch-misses" || name == "branches" { continue }
              guard possible.contains(operation) else {
                #expect(isImpossible(name), "\(name)")
                continue
              }
              let found: Event = try event(name)
              #expect(found.attributes.type == .hardwareCache, "\(name)")
              #expect(
                found.attributes.config == cache | operation << 8 | result << 16, "\(name)")
            }
          }
        }
      }
    }
  }

  private func isImpossible(_ name: String) -> Bool {
    if case .impossibleCacheOperation(let given, let nearest)? = problem(of: name)?.problem {
      return given == name && !nearest.isEmpty && nearest.count <= 3
    }
    return false
  }

  @Test(arguments: ["L1-dcache-loads-stores", "LLC-misses-miss", "LLC-", "LLC-loadsmisses", "LLCs"])
  func `words that contradict each other or run together`(name: String) {
    guard case .unknownEvent? = problem(of: name)?.problem else {
      Issue.record("\(name) was not refused as unknown")
      return
    }
  }

  @Test(arguments: ["duration_time", "user_time", "system_time"])
  func `measures of the perf tool are no events`(name: String) {
    #expect(problem(of: name)?.problem == .measuredByPerf(name: name))
    #expect(
      problem(of: name)?.description
        == "\"\(name)\" is measured by the perf tool itself and is no event of the kernel")
  }

  @Test func `raw codes`() throws {
    #expect(try event("r1a8").attributes.type == .raw)
    #expect(try event("r1a8").attributes.config == 0x1a8)
    #expect(try event("rFFFFFFFFFFFFFFFF").attributes.config == .max)
    #expect(try event("read").attributes.config == 0xead)
    #expect(
      problem(of: "r1ffffffffffffffff")?.problem == .invalidRawCode("r1ffffffffffffffff"))
  }

  @Test func `numeric events`() throws {
    let found: Event = try event("3:0x10002:k")
    #expect(found.attributes.type == .hardwareCache)
    #expect(found.attributes.config == 0x10002)
    #expect(found.attributes.flags.contains(.excludeUser))
    #expect(
      problem(of: "4294967296:1")?.problem
        == .valueTooLarge(term: "type", value: 1 << 32, width: 32))
  }

  @Test func `breakpoints`() throws {
    var found: EventAttributes = try event("mem:0x1000").attributes
    #expect(found.type == .breakpoint)
    #expect(found.breakpointAccess == [.read, .write])
    #expect(found.config1 == 0x1000)
    #expect(found.config2 == 4)
    found = try event("mem:4096:x").attributes
    #expect(found.breakpointAccess == .execute)
    #expect(found.config2 == UInt64(MemoryLayout<Int>.size))
    #expect(try event("mem:16/0").attributes.config2 == 4)
    found = try event("mem:0x1000/8:rw:u").attributes
    #expect(found.config2 == 8)
    #expect(found.flags.contains(.excludeKernel))
    let named: Event = try event("mem:0x1000/8/name=watch/u")
    #expect(named.name == "watch")
    #expect(named.attributes.config2 == 8)
    for text in ["mem:", "mem:x", "mem:0x1000:rr"] {
      #expect(problem(of: text)?.problem == .invalidBreakpoint(text))
    }
  }

  @Test func `terms of every event`() throws {
    var found: Event = try event("cs/name=switches,period=7/u")
    #expect(found.name == "switches")
    #expect(found.attributes.samplePeriod == 7)
    #expect(!found.attributes.flags.contains(.frequency))
    found = try event("cycles/freq=99,config1=1,config2=2,config3=3,config4=4/")
    #expect(found.attributes.samplePeriod == 99)
    #expect(found.attributes.flags.contains(.frequency))
    #expect(found.attributes.config1 == 1)
    #expect(found.attributes.config2 == 2)
    #expect(found.attributes.config3 == 3)
    #expect(found.attributes.config4 == 4)
    #expect(try event("cs/percore/").requests == .perCore)
    #expect(problem(of: "cs/call-graph=fp/")?.problem == .recordingTerm("call-graph"))
    #expect(try event("cs/period/").attributes.samplePeriod == 1)
    #expect(problem(of: "cs/percore=2/")?.problem == .invalidValue(term: "percore", value: "2"))
    #expect(try event("cs/metric-id=a/").options.metricID == "a")
    #expect(try event("cs/legacy-hardware-config=3/").attributes.type == .hardware)
    #expect(try event("cs/legacy-cache-config=0x10002/").attributes.config == 0x10002)
    #expect(try event("cs/r0x1f/").attributes.config == 0x1f)
    #expect(try event("cs/read/").attributes.config == 0xead)
  }

  @Test func `CPUs of an event`() throws {
    let kernel: ScriptedKernel = Machine.hybrid()
    kernel.addFile("/sys/devices/system/cpu/online", "0-7\n")
    #expect(try event("cs/cpu=3/", on: kernel).cpus == [3])
    #expect(try event("cs/cpu=3,cpu=1/", on: kernel).cpus == [1, 3])
    #expect(try event("cs/cpu=cpu_atom/", on: kernel).cpus == [4, 5, 6, 7])
    #expect(try event("cs/cpu=2-4/", on: kernel).cpus == [2, 3, 4])
    for value in ["x", "99999999999", "3-1"] {
      #expect(
        problem(of: "cs/cpu=\(value)/", on: kernel)?.problem
          == .invalidValue(term: "cpu", value: value))
    }
  }
}
