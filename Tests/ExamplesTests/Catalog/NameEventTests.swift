import Foundation
import Testing

struct NameEventTests {
  private let files: CatalogFiles
  private let skylake: [String] = ["--cpu", "skylake"]

  init() throws {
    self.files = try CatalogFiles()
  }

  private func name(_ arguments: [String]) throws -> Program.Outcome {
    try CatalogPrograms.program("name-event").run(arguments)
  }

  @Test(arguments: [
    "r20d1", "0x20d1", "event=0xd1,umask=0x20", "cpu/event=0xd1,umask=0x20/", "cpu/config=0x20d1/",
  ])
  func `A code has its name in every form`(code: String) throws {
    let outcome = try name(skylake + files.source("perfmon") + [code])
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains("MEM_LOAD_RETIRED.L3_MISS"))
  }

  @Test func `A code between two names is told with the terms that are to be added`() throws {
    let outcome = try name(skylake + files.source("perfmon") + ["r10020d1"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("MEM_LOAD_RETIRED.L3_MISS with cmask=1"))
  }

  @Test func `Current names come before deprecated ones, which are marked`() throws {
    let outcome = try name(skylake + files.source("perfmon") + ["r1024"])
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains("deprecated"))
  }

  @Test func `JSON has one object per name, whose members are always the same`() throws {
    let outcome = try name(
      skylake + files.source("perfmon") + files.source("likwid") + ["--json", "r3c", "r20d1"])
    let objects = try outcome.objects()
    #expect(objects.count >= 3)
    for object in objects {
      #expect(
        members(object) == [
          "code", "deprecated", "exact", "leftover", "location", "microarchitecture", "name",
          "source", "unit", "version",
        ])
      #expect(object["microarchitecture"] as? String == "skylake")
    }
    #expect(Set(objects.compactMap { $0["source"] as? String }) == ["perfmon", "likwid"])
  }

  @Test func `Each kind of core of a hybrid CPU names the code in its own words`() throws {
    let outcome = try name(["--cpu", "alderlake", "-s", files.specification("perfmon"), "r3c"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("CPU_CLK_UNHALTED.THREAD_P"))
    #expect(outcome.output.contains("CPU_CLK_UNHALTED.CORE_P"))
    #expect(outcome.output.contains("alderlake-p"))
    #expect(outcome.output.contains("alderlake-e"))
  }

  @Test func `A code without a name among several gives status 1 and keeps none back`() throws {
    let outcome = try name(skylake + files.source("perfmon") + ["rfefe", "r20d1"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("MEM_LOAD_RETIRED.L3_MISS"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("rfefe"))
  }

  @Test(arguments: [
    ("r1", "cpu/event=0x1/"), ("r1ff", "cpu/event=0xff,umask=0x1/"),
    ("r8f34", "cpu/event=0x34,umask=0x8f/"), ("r5100c0", "cpu/config=0x5100c0/"),
    ("uncore_cbox_0/r1ff/", "uncore_cbox/event=0xff,umask=0x1/"),
  ])
  func `A code without a name is told as terms of its PMU`(code: String, terms: String) throws {
    let outcome = try name(skylake + files.source("perfmon") + [code])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("the code \(code), which is \(terms)\n"))
  }

  @Test(arguments: [("r8f34", 1), ("0x8f34", 0)])
  func `A code behind an r is of the cores alone`(code: String, status: Int32) throws {
    let outcome = try name(skylake + files.source("perfmon") + [code])
    #expect(outcome.status == status)
    #expect(outcome.output.contains("UNC_CBO_CACHE_LOOKUP.ALL") == (status == 0))
  }

  @Test(arguments: [
    ("alderlake", "cpu_core/event=0xff,umask=0x1/"), ("neoverse-n1", "event=0x1ff"),
  ])
  func `A code of other cores is told in their terms`(cpu: String, terms: String) throws {
    let outcome = try name(["--cpu", cpu, "r1ff"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("r1ff, which is \(terms)\n"))
  }

  @Test(arguments: ["xyz", "r", "rxyz", "", "cpu/", "r11112222333344445", "nope=1"])
  func `What is no code gives status 2`(code: String) throws {
    let outcome = try name(skylake + files.source("perfmon") + [code])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("is no code"))
  }

  @Test func `An unknown CPU is said with the way out`() throws {
    let outcome = try name(["--cpu", "GenuineIntel-6-FF-1", "r3c"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("GenuineIntel-6-FF-1"))
    #expect(outcome.errors.contains("--cpu"))
  }
}
