import Foundation
import Testing

struct ExplainEventTests {
  private let files: CatalogFiles
  private let skylake: [String] = ["--cpu", "GenuineIntel-6-5E-3"]

  init() throws {
    self.files = try CatalogFiles()
  }

  private func explain(_ arguments: [String]) throws -> Program.Outcome {
    let kinds: [String] = ["perfmon", "kernel-events", "papi", "likwid", "oprofile"]
    let sources: String = kinds.map(files.specification).joined(separator: ":")
    return try CatalogPrograms.program("explain-event", sources: sources).run(arguments)
  }

  @Test(arguments: [
    "CPU_CLK_UNHALTED.THREAD_P", "cpu-cycles", "PAPI_TOT_CYC", "CPU_CLK_UNHALTED_THREAD_P",
    "skl::UNHALTED_CORE_CYCLES",
  ])
  func `An event is explained under every tool's name`(name: String) throws {
    let outcome = try explain(skylake + [name])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("0x3c"))
    for text in ["CPU_CLK_UNHALTED.THREAD_P", "PAPI_TOT_CYC", "UNHALTED_CORE_CYCLES", "cpu-cycles"]
    {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test(arguments: [
    ("cycles:u", "config=0x0,exclude_kernel=1,exclude_hv=1"), ("cycles:k", "exclude_user=1"),
    ("mem:0x1000/8:w", "bp_type=2"), ("cycles:pp", "precise_ip=2"), ("cycles:D", "pinned=1"),
  ])
  func `What letters behind a name tell the kernel is shown`(name: String, text: String) throws {
    let outcome = try explain(skylake + [name])
    #expect(outcome.lines.contains { $0.hasPrefix("kernel") && $0.contains(text) })
    let json = try explain(skylake + ["--json", name]).objects()
    let events = try #require(json.first?["events"] as? [[String: Any]])
    let settings = try #require(events.first?["settings"] as? [String])
    #expect(settings.contains { text.hasSuffix($0) })
  }

  @Test(arguments: ["cpu-cycles", "instructions", "branch-misses", "MEM_LOAD_RETIRED.L3_MISS"])
  func `A common event fits on one screen`(name: String) throws {
    let outcome = try explain(skylake + [name])
    #expect(outcome.status == 0)
    #expect(outcome.lines.count <= 24, "\(outcome.output)")
    #expect(outcome.lines.allSatisfy { $0.count <= 100 }, "\(outcome.output)")
  }

  /// A terminal with 80 columns that prints what a program writes.
  private static let terminal: String = """
    import fcntl, os, pty, struct, sys, termios
    child, near = pty.fork()
    if child == 0:
      fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
      os.execv(sys.argv[1], sys.argv[1:])
    text = b""
    try:
      while part := os.read(near, 4096): text += part
    except OSError: pass
    sys.stdout.write(text.decode().replace("\\r", ""))
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """

  private static let hasPython: Bool = FileManager.default.isExecutableFile(
    atPath: "/usr/bin/python3")

  @Test(
    .enabled(if: hasPython, "python3 is not there"),
    arguments: ["cpu-cycles", "cycles", "instructions", "MEM_LOAD_RETIRED.L3_MISS"])
  func `A common event fits on a small terminal`(name: String) throws {
    let kinds: [String] = ["perfmon", "kernel-events", "papi", "likwid", "oprofile"]
    let sources: String = kinds.map(files.specification).joined(separator: ":")
    var program: Program = CatalogPrograms.program("explain-event", sources: sources)
    program.prefix = ["/usr/bin/python3", "-c", Self.terminal]
    let outcome = try program.run(skylake + [name])
    #expect(outcome.status == 0)
    #expect(outcome.lines.count <= 24 && outcome.lines.count > 5, "\(outcome.output)")
    // A path is a single word.
    let lines: [String] = outcome.lines.filter { !$0.contains("/catalog-") }
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(outcome.output)")
  }

  @Test(arguments: ["cycles", "cpu-cycles"])
  func `The kernel's own number is no second code`(name: String) throws {
    let outcome = try explain(skylake + [name])
    #expect(outcome.output.contains("code      cpu/event=0x3c/"))
    let subjects: [String] = outcome.lines.filter { !$0.hasPrefix(" ") }.compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }
    #expect(subjects.filter { $0 == "sampling" }.count <= 1, "\(outcome.output)")
    #expect(subjects.filter { $0 == "names" }.count == 1, "\(outcome.output)")
    #expect(try explain(skylake + ["cs"]).output.contains("names     "))
  }

  @Test func `Counters, errata, precision and period are told where a source has them`() throws {
    let text = try explain(skylake + ["MEM_LOAD_RETIRED.L3_MISS"]).output
    for part in ["0x20d1", "0-1", "MADE1", "precise", "2000003", "SKL/events/core.json"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `An event of another machine is told as its kernel would be`() throws {
    let outcome = try explain(["--sysfs", files.path("machine/sys"), "cpu/made-up/"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("type=4,config=0x20c4"))
    let scaled = try explain(["--sysfs", files.path("machine/sys"), "uncore_box_0/boxed-reads/"])
    #expect(scaled.output.contains("MiB"))
    #expect(scaled.output.contains("type=21,config=0x3"))
  }

  @Test func `JSON has one object per name, whose members are always the same`() throws {
    let outcome = try explain(skylake + ["--json", "cpu-cycles", "page-faults"])
    let objects = try outcome.objects()
    #expect(objects.map { $0["name"] as? String } == ["cpu-cycles", "page-faults"])
    for object in objects {
      #expect(
        members(object) == [
          "contradictions", "cores", "definitions", "events", "metric_groups", "metrics",
          "missing_pmus", "name", "refusal", "tracepoint",
        ])
      for event in try #require(object["events"] as? [[String: Any]]) {
        #expect(
          members(event) == [
            "count_unit", "cpus", "name", "pmu", "scale", "settings", "type", "words",
          ])
      }
    }
    let cores = try #require(objects[0]["cores"] as? [[String: Any]])
    #expect(cores.map { $0["microarchitecture"] as? String } == ["skylake"])
    for core in cores {
      #expect(members(core) == ["codes", "definitions", "microarchitecture"])
      let codes = try #require(core["codes"] as? [[String: Any]])
      #expect(codes.allSatisfy { members($0) == ["concepts", "names", "terms", "unit", "words"] })
      let names: [[String: Any]] = codes.flatMap { $0["names"] as? [[String: Any]] ?? [] }
      #expect(!names.isEmpty)
      for name in names {
        #expect(
          members(name) == [
            "default_unit_mask", "deprecated", "fixed_counter", "location", "name", "relation",
            "remark", "source", "version",
          ])
      }
    }
  }

  @Test func `A metric is explained by its formula and its events`() throws {
    let outcome = try explain(skylake + ["CPI"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for text in [
      "Cycles per instruction.", "CPU_CLK_UNHALTED.THREAD / INST_RETIRED.ANY", "level 1",
      "INST_RETIRED.ANY: cpu: type=4,config=0xc0", "perfmon",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
    #expect(!outcome.output.contains("not here"))
    #expect(outcome.lines.count <= 24 && outcome.lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `A preset that is a formula shows its events`() throws {
    let outcome = try explain(skylake + ["PAPI_BR_NTK"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("BR_INST_RETIRED:CONDITIONAL - BR_INST_RETIRED:NEAR_TAKEN"))
    #expect(outcome.output.contains("BR_INST_RETIRED:CONDITIONAL: type=4,config=0x1c4"))
    let alone = try CatalogPrograms.program("explain-event", sources: "").run(
      skylake + files.source("papi") + ["PAPI_BR_NTK"])
    #expect(alone.output.contains("which only libpfm4"))
  }

  @Test(arguments: ["DIVIDE", "divide"])
  func `A group of LIKWID shows its events and metrics`(name: String) throws {
    let outcome = try explain(skylake + [name])
    #expect(outcome.status == 0)
    for text in [
      "Use of the divider", "ARITH_DIVIDER_ACTIVE:PMC0: cpu: type=4,config=0x114",
      "Divider busy: PMC0/PMC1", "Share of cycles with a division.", "DIVIDE.txt",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test func `A tracepoint shows its fields and how to filter by them`() throws {
    let outcome = try explain(["--sysfs", files.path("machine/sys"), "made:up_event"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("type=2,config=0x4d"))
    #expect(outcome.output.contains("number  int, 4 bytes, signed"))
    #expect(outcome.output.contains("common_type"))
    #expect(outcome.output.contains("made:up_event/filter='number == 1'/"))
    #expect(outcome.lines.count <= 24)
  }

  @Test func `Both kinds of cores are told of, or which one is missing`() throws {
    let far = try explain(["--cpu", "alderlake", "cycles"])
    #expect(far.output.contains("cpu_atom: the kernel of the machine chooses the number"))
    let near = try explain(["--sysfs", files.path("hybrid/sys"), "cycles"])
    #expect(near.output.contains("cpu_core: type=0,config=0x400000000"))
    #expect(near.output.contains("cpu_atom: type=0,config=0xa00000000"))
    #expect(near.output.contains("Gracemont"))
    #expect(!near.output.contains("chooses the number"))
  }

  @Test(arguments: ["list-events", "name-event"])
  func `A copy of sysfs tells the design of its cores`(name: String) throws {
    let word: String = name == "name-event" ? "r3c" : "thread"
    let sources: String = files.specification("perfmon")
    let outcome = try CatalogPrograms.program(name, sources: sources).run(
      ["--sysfs", files.path("hybrid/sys"), word])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("CPU_CLK_UNHALTED.THREAD_P"))
    let refused = try CatalogPrograms.program(name, sources: sources).run(
      ["--sysfs", files.path("machine/sys"), word])
    #expect(refused.status != 0)
    #expect(refused.errors.contains("--cpu"))
  }

  @Test func `Sources that contradict each other are shown with the one that is taken`() throws {
    let outcome = try explain(skylake + ["L2_OLD.ALL"])
    let text: String = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("differs"))
    #expect(text.contains("perfmon L2_OLD.ALL is config=0x1024"))
    #expect(text.contains("kernel-events l2_old.all is config=0x2024"))
    #expect(text.contains("perfmon is taken, which is asked before the others"))
    #expect(text.contains("type=4,config=0x1024"))
  }

  @Test func `The microarchitectures that have an event are listed with its code on each`() throws {
    let outcome = try explain(["--where", "CPU_CLK_UNHALTED.THREAD_P"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.contains { $0.hasPrefix("skylake ") && $0.contains("perfmon") })
  }

  @Test func `Events of several names are told apart`() throws {
    let outcome = try explain(skylake + ["cycles,page-faults"])
    #expect(outcome.output.contains("cycles: type=0,config=0x0"))
    #expect(outcome.output.contains("page-faults: type=1,config=0x2"))
  }

  @Test func `An unknown CPU is said, and a wrong name of one gets a proposal`() throws {
    let unknown = try explain(["--cpu", "GenuineIntel-6-FE-1", "cycles"])
    #expect(unknown.status == 0)
    #expect(unknown.output.contains("nothing is known of GenuineIntel-6-FE-1"))
    #expect(try !explain(["--cpu", "GenuineIntel-6-FE-1", "cs"]).output.contains("not known"))
    let wrong = try explain(["--cpu", "skylkae", "cycles"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("such as skylake"))
  }

  @Test(arguments: ["cycles instructions", "cs:zz", "mem:0x1000/3", "r12345678123456781"])
  func `What no source could mend is told without words about sources`(name: String) throws {
    let outcome = try CatalogPrograms.program(
      "explain-event", sources: files.specification("perfmon")
    ).run(["--cpu", "zen3", name])
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func `An unknown name gives status 1 and names like it`() throws {
    let outcome = try explain(skylake + ["MEM_LOAD_RETIRED.L3_MIS"])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("L3_MISS"))
  }

  @Test func `A wrong name among several does not keep back the others`() throws {
    let outcome = try explain(
      skylake + ["INST_RETIRED.ANY", "no-such-event-at-all", "BIG_ONLY.ALL", "cpu-cycles"])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("INST_RETIRED.ANY\n"))
    #expect(outcome.output.contains("\n\ncpu-cycles\n"))
    #expect(outcome.errors.split(separator: "\n").count == 2)
    #expect(outcome.errors.contains("no-such-event-at-all"))
  }
}
