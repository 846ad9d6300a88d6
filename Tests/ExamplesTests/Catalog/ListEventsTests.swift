import Foundation
import Testing

struct ListEventsTests {
  private let files: CatalogFiles
  private let skylake: [String] = ["--cpu", "GenuineIntel-6-5E-3"]

  init() throws {
    self.files = try CatalogFiles()
  }

  private func list(_ arguments: [String], sources: String = "") throws -> Program.Outcome {
    try CatalogPrograms.program("list-events", sources: sources).run(arguments)
  }

  @Test func `A source of files is listed in its own order with name, unit, source and words`()
    throws
  {
    let outcome = try list(skylake + files.source("perfmon"))
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.firstWords == [
        "CPU_CLK_UNHALTED.THREAD", "CPU_CLK_UNHALTED.THREAD_P", "INST_RETIRED.ANY",
        "MEM_LOAD_RETIRED.L3_MISS", "L2_OLD.ALL", "OFFCORE_RESPONSE.READ.MISS",
        "UNC_CBO_CACHE_LOOKUP.ALL",
      ])
    let columns: [Int] = outcome.lines.compactMap { line in
      line.range(of: " perfmon ").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(columns.count == 7 && Set(columns).count == 1, "the columns are aligned")
    #expect(outcome.lines[2].hasSuffix("Instructions that retired."))
  }

  @Test(arguments: [
    (["cpu_clk*"], ["CPU_CLK_UNHALTED.THREAD", "CPU_CLK_UNHALTED.THREAD_P"]),
    (["l3_miss"], ["MEM_LOAD_RETIRED.L3_MISS"]),
    (["last", "cache"], ["MEM_LOAD_RETIRED.L3_MISS", "UNC_CBO_CACHE_LOOKUP.ALL"]),
    (["last cache loads"], ["MEM_LOAD_RETIRED.L3_MISS"]),
    (["inst_retired.any"], ["INST_RETIRED.ANY"]),
    (["--limit", "1", "cpu_clk"], ["CPU_CLK_UNHALTED.THREAD"]),
    (["-n", "2"], ["CPU_CLK_UNHALTED.THREAD", "CPU_CLK_UNHALTED.THREAD_P"]),
  ])
  func `Words and patterns choose events`(query: [String], names: [String]) throws {
    let outcome = try list(skylake + files.source("perfmon") + query)
    #expect(outcome.status == 0)
    #expect(outcome.firstWords == names)
  }

  @Test func `JSON has its members in the order of the documentation`() throws {
    let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let article = package.appendingPathComponent(
      "DocC/EventCatalog.docc/Finding-and-Listing-Events.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    let table: String = text.components(separatedBy: "An event of `list-events`:")[1]
      .components(separatedBy: "\n\n")[1]
    // The first cell of a row has the names of members, each in code font.
    let documented: [String] = table.split(separator: "\n").dropFirst(2).flatMap { row in
      (row.split(separator: "|").first ?? "").components(separatedBy: "`").enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
    }
    let outcome = try list(skylake + files.source("perfmon") + ["--json", "-n", "1"])
    let line: String = try #require(outcome.lines.first)
    let places: [String.Index] = try documented.map { member in
      try #require(line.range(of: "\"\(member)\":"), "\(member)").lowerBound
    }
    #expect(places == places.sorted(), "\(line)")
    #expect(Set(documented) == Set(members(try outcome.objects().first)))
  }

  @Test func `The long form tells counters, errata, periods and where the event stands`() throws {
    let outcome = try list(skylake + files.source("perfmon") + ["--long", "l3_miss"])
    #expect(outcome.status == 0)
    for text in [
      "MEM_LOAD_RETIRED.L3_MISS\n", "Counts loads that retired", "0x20d1", "0-1", "0-3 without SMT",
      "2000003", "MADE1", "perfmon", "SKL/events/core.json",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test func `Metrics are listed with their formulas`() throws {
    let short = try list(skylake + files.source("perfmon") + ["--metrics"])
    #expect(short.lines == ["CPI  Cycles per instruction."])
    let long = try list(skylake + files.source("perfmon") + ["--metrics", "--long"])
    #expect(long.output.contains("a / b"))
    #expect(long.output.contains("a = CPU_CLK_UNHALTED.THREAD, b = INST_RETIRED.ANY"))
    let presets = try list(skylake + files.source("papi") + ["-m", "papi_br*"])
    #expect(presets.firstWords == ["PAPI_BR_NTK"])
    let groups = try list(skylake + files.source("likwid") + ["-m", "busy"])
    #expect(groups.status == 0)
    #expect(groups.output.contains("Divider busy"))
  }

  @Test func `JSON has one object per event, whose members are always the same`() throws {
    let outcome = try list(skylake + files.source("perfmon") + files.source("likwid") + ["--json"])
    let objects = try outcome.objects()
    #expect(objects.count == 9)
    for object in objects {
      #expect(
        members(object) == [
          "base_name", "brief", "constraints", "count_unit", "details", "location", "name",
          "other_names", "period", "precision", "retirement_latency", "scale", "source", "terms",
          "topic", "traits",
          "unit", "version", "words",
        ])
      #expect(members(object["words"]) == ["config", "config1", "config2", "config3", "config4"])
      #expect(
        members(object["constraints"]) == [
          "alternatives", "classes", "errata", "extra_register", "filter", "filters", "fixed",
          "precise", "programmable",
          "programmable_without_smt", "remark", "taken_alone", "without_skid",
        ])
    }
    let miss = try #require(objects.first { $0["name"] as? String == "MEM_LOAD_RETIRED.L3_MISS" })
    #expect((miss["words"] as? [String: String])?["config"] == "0x20d1")
    #expect(miss["period"] as? Int == 2_000_003)
    #expect(miss["precision"] as? String == "possible")
    let constraints = try #require(miss["constraints"] as? [String: Any])
    #expect(constraints["programmable"] as? [Int] == [0, 1])
    #expect(constraints["programmable_without_smt"] as? [Int] == [0, 1, 2, 3])
    #expect(constraints["errata"] as? [String] == ["MADE1"])
    let old = try #require(objects.first { $0["name"] as? String == "L2_OLD.ALL" })
    #expect(old["traits"] as? [String] == ["deprecated"])
    let offcore = try #require(
      objects.first { ($0["name"] as? String)?.hasPrefix("OFFCORE_RESPONSE") == true })
    let register = (offcore["constraints"] as? [String: Any])?["extra_register"]
    #expect(members(register) == ["addresses", "value"])
  }

  @Test func `JSON of metrics has one object per metric`() throws {
    let outcome = try list(
      skylake + files.source("perfmon") + files.source("papi") + files.source("likwid")
        + ["-m", "-j"])
    let objects = try outcome.objects()
    #expect(objects.count == 4)
    for object in objects {
      #expect(
        members(object) == [
          "brief", "category", "count_domain", "default_group", "default_show_events", "details",
          "formula", "grouping_rule", "groups", "language", "level", "locating_events", "location",
          "name", "operands", "parent", "resolution_levels", "scale", "source", "threshold",
          "threshold_issues", "ungrouped_groups", "unit", "unit_name", "version",
        ])
      let operands = try #require(object["operands"] as? [[String: Any]])
      #expect(operands.allSatisfy { members($0) == ["alias", "constant", "value"] })
    }
    let languages: Set<String> = Set(objects.compactMap { $0["language"] as? String })
    #expect(languages == ["perfmon", "postfix", "likwid"])
    let ratio = try #require(objects.first { $0["name"] as? String == "CPI" })
    #expect(ratio["level"] as? Int == 1)
    #expect(ratio["parent"] as? String == "All")
    let preset = try #require(objects.first { $0["name"] as? String == "PAPI_TOT_CYC" })
    #expect(preset["level"] is NSNull)
  }

  @Test func `JSON of metrics says how perf groups and shows them`() throws {
    let objects = try list(
      ["--cpu", "zen3"] + files.source("kernel-events") + ["--metrics", "--json"]
    ).objects()
    let metric = try #require(objects.first)
    #expect(metric["default_group"] as? String == "Made")
    #expect(metric["ungrouped_groups"] as? [String] == ["Made", "Other"])
    #expect(metric["default_show_events"] as? Bool == true)
    let long = try list(
      ["--cpu", "zen3"] + files.source("kernel-events") + ["--metrics", "--long"])
    #expect(long.output.contains("default group: Made"))
  }

  @Test func `A machine without tracepoints is no news unless they are asked for`() throws {
    let root: String = files.path("machine/sys")
    try FileManager.default.removeItem(atPath: root + "/kernel")
    let all = try list(["--sysfs", root, "--cpu", "skylake", "made-up"])
    #expect(all.status == 0)
    #expect(all.errors.isEmpty)
    let asked = try list(["--sysfs", root, "--source", "tracefs", "--source", "sysfs", "made-up"])
    #expect(asked.status == 0)
    #expect(asked.errors.contains("kernel/tracing"))
    let nothing = try list(["--sysfs", root, "nothing-like-this"])
    #expect(nothing.status == 1)
    #expect(nothing.errors.contains("kernel/tracing"))
  }

  @Test func `A CPU of which no source knows is said, beside what every kernel has`() throws {
    for cpu in ["AuthenticAMD-25-fff", "Made-1-2"] {
      let outcome = try list(
        ["--cpu", cpu, "cycles"] + files.source("perfmon") + ["-s", "generic"])
      #expect(outcome.status == 0)
      #expect(outcome.firstWords.contains("cpu-cycles"))
      #expect(outcome.errors.contains("no source at hand has events of \(cpu)"))
    }
    #expect(try list(["--cpu", "AuthenticAMD-25-fff", "-s", "generic"]).errors.isEmpty)
    #expect(try list(skylake + files.source("perfmon")).errors.isEmpty)
  }

  @Test func `Whoever finds no metrics is told where they stand`() throws {
    let root: String = files.path("machine/sys")
    let outcome = try list([
      "--sysfs", root, "--cpu", "GenuineIntel-6-5E", "-m", "nothing-like-this",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("kernel-events"))
  }

  @Test func `A folder in which a copy of sysfs lies is told from the copy`() throws {
    let outcome = try list(["--sysfs", files.path("machine")])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'\(abbreviated(files.path("machine/sys")))' is one"))
  }

  private func abbreviated(_ text: String) -> String {
    text.count > 80 ? "\(text.prefix(80))\u{2026}" : text
  }

  @Test(arguments: ["", " ", "  \t"])
  func `A pattern without a word is that of a list of everything`(pattern: String) throws {
    let arguments: [String] = skylake + files.source("perfmon")
    #expect(try list(arguments + [pattern]).output == list(arguments).output)
  }

  @Test func `What is asked for most stands first`() throws {
    #expect(try list(["--source", "generic"]).firstWords.first == "cpu-cycles")
  }

  @Test func `Every record that makes no sense is told on demand`() throws {
    let file = URL(fileURLWithPath: files.path("perfmon/SKL/events/uncore.json"))
    try Data("{\"Events\": [{\"A\": 1}, {\"B\": 2}, {\"C\": 3}]}".utf8).write(to: file)
    let short = try list(skylake + files.source("perfmon"))
    #expect(short.errors.split(separator: "\n").count == 1)
    #expect(short.errors.contains("2 more"))
    #expect(short.errors.contains("--warnings"))
    let long = try list(skylake + files.source("perfmon") + ["--warnings"])
    #expect(long.output == short.output)
    #expect(long.errors.split(separator: "\n").count == 3)
  }

  @Test func `Tables tell no codes and are else what JSON tells`() throws {
    let arguments: [String] = skylake + ["--source", "libpfm4", "--source", "generic"]
    let objects = try list(arguments + ["--json"]).objects()
    #expect(try list(arguments).firstWords == objects.compactMap { $0["name"] as? String })
  }

  private static let script = "/usr/bin/script"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: script), "there is no program 'script'"),
    arguments: [40, 72, 100])
  func `On a terminal no line is longer than its columns`(columns: Int) throws {
    // The shell knows the program as $0.
    let command: String =
      "stty cols \(columns); $0 --cpu skylake \(files.source("perfmon").joined(separator: " "))"
    let terminal = Program(
      name: "list-events",
      prefix: ["/bin/sh", "-c", "exec \(Self.script) -qec \"\(command)\" /dev/null"],
      environment: ["PERF_EVENTS_SOURCES": ""])
    let outcome = try terminal.run([])
    let lines: [String] = outcome.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count >= 7)
    #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
    #expect(outcome.output.contains("MEM_LOAD_RETIRED.L3_MISS"))
  }

  @Test(arguments: ["GenuineIntel-6-5E", "GenuineIntel-6-5E-3", "skylake", "SKYLAKE", "skl"])
  func `A CPU is named by its identifier or by any tool's word for its cores`(cpu: String) throws {
    let outcome = try list(["--cpu", cpu] + files.source("perfmon") + ["inst_retired.any"])
    #expect(outcome.firstWords == ["INST_RETIRED.ANY"])
  }

  @Test(arguments: [
    ("AuthenticAMD-25-21-0", "ls_not_halted_cyc"), ("zen3", "ls_not_halted_cyc"),
    ("0x00000000413fd0c1", "CPU_CYCLES"), ("neoverse-n1", "CPU_CYCLES"),
  ])
  func `The kernel's files serve every architecture`(cpu: String, name: String) throws {
    let outcome = try list(["--cpu", cpu] + files.source("kernel-events") + ["cycles"])
    #expect(outcome.firstWords.map { $0.lowercased() } == [name.lowercased()])
  }

  @Test func `A description of several lines stands on one in the table`() throws {
    let arm: [String] = ["--cpu", "neoverse-n1"] + files.source("arm-data")
    #expect(try list(arm).firstWords == ["CPU_CYCLES", "L1D_CACHE_REFILL"])
    let long: String = try list(arm + ["--long", "refill"]).output
    #expect(long.contains("  Refill. Not counted:\n  - Hits"))
  }

  @Test func `Both kinds of cores of a hybrid CPU are listed, and each alone by its name`() throws {
    let both = try list(["--cpu", "GenuineIntel-6-97-2"] + files.source("perfmon"))
    #expect(
      Set(both.firstWords) == [
        "CPU_CLK_UNHALTED.THREAD_P", "BIG_ONLY.ALL", "CPU_CLK_UNHALTED.CORE_P",
      ])
    #expect(both.output.contains("cpu_core"))
    #expect(both.output.contains("cpu_atom"))
  }

  @Test func `Another machine's sysfs has its own events and tracepoints and no others`() throws {
    let root: String = files.path("machine/sys")
    let sysfs = try list(["--sysfs", root, "--source", "sysfs"])
    #expect(Set(sysfs.firstWords) == ["cpu-cycles", "made-up", "boxed-reads"])
    let tracepoints = try list(["--sysfs", root, "--source", "tracefs"])
    #expect(tracepoints.firstWords == ["made:up_event"])
    let both = try list(["--sysfs", root] + skylake + files.source("perfmon") + ["-s", "sysfs"])
    #expect(both.firstWords.contains("made-up"))
    #expect(both.firstWords.contains("INST_RETIRED.ANY"))
    let object = try #require(
      try list(["--sysfs", root, "-s", "sysfs", "-j", "boxed-reads"]).objects().first)
    #expect(object["count_unit"] as? String == "MiB")
    #expect(object["scale"] as? Double == 6.103515625e-5)
  }

  @Test func `A source without a path is one of the machine or libpfm4`() throws {
    let generic = try list(["--source", "generic", "page-faults"])
    #expect(generic.status == 0)
    #expect(generic.firstWords.contains("page-faults"))
    let tables = try list(skylake + ["--source", "libpfm4", "--limit", "3"])
    #expect(tables.status == 0)
    #expect(tables.lines.count == 3)
  }

  @Test func `The environment names further sources, which --source replaces`() throws {
    let sources: String = ["perfmon", "oprofile"].map(files.specification).joined(separator: ":")
    let all = try list(skylake + ["--json"], sources: sources).objects()
    let kinds: Set<String> = Set(all.compactMap { $0["source"] as? String })
    #expect(kinds.isSuperset(of: ["perfmon", "oprofile", "libpfm4", "generic"]))
    let one = try list(skylake + files.source("likwid") + ["-j"], sources: sources).objects()
    #expect(Set(one.compactMap { $0["source"] as? String }) == ["likwid"])
    let path = try list(skylake + ["-s", "perfmon", "inst_retired.any"], sources: sources)
    #expect(path.firstWords == ["INST_RETIRED.ANY"], "a kind alone takes the environment's path")
  }

  @Test func `Nothing found is said on standard error and gives status 1`() throws {
    let outcome = try list(skylake + files.source("perfmon") + ["nothing-like-this"])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "list-events: nothing found\n")
  }

  @Test func `What a source cannot tell is said once, beside what others know`() throws {
    let empty: String = files.path("likwid/groups")
    let outcome = try list(
      skylake + files.source("perfmon") + ["-s", "perfmon=\(empty)", "inst_retired.any"])
    #expect(outcome.status == 0)
    #expect(outcome.firstWords == ["INST_RETIRED.ANY"])
    #expect(outcome.errors.contains(empty))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("alderlake-p", ["CPU_CLK_UNHALTED.THREAD_P", "BIG_ONLY.ALL"]),
    ("alderlake-e", ["CPU_CLK_UNHALTED.CORE_P"]),
  ])
  func `The name of one kind of core means that kind alone`(cpu: String, names: [String]) throws {
    #expect(try list(["--cpu", cpu] + files.source("perfmon")).firstWords == names)
  }
}
