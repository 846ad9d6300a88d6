import Foundation
import Testing

/// What the programs about events do with wrong arguments, hostile files and closed outputs.
struct CatalogRefusalTests {
  private let files: CatalogFiles

  init() throws {
    self.files = try CatalogFiles()
  }

  @Test(arguments: CatalogPrograms.names)
  func `Wrong arguments give status 2, one sentence and nothing on standard output`(name: String)
    throws
  {
    let wrong: [[String]] = [
      ["--no-such-option"], ["--source", "nonsense"], ["--source", "nonsense=/tmp"],
      ["--source", ""], ["--source", "generic=/tmp"], ["--source", "perfmon="],
      ["--source", "perfmon=/no/such/folder"], ["--source", "libpfm4=/tmp"],
      ["--cpu", ""], ["--cpu", "no such cpu"], ["--cpu"], ["--source"], ["--sysfs"],
      ["--sysfs", "/no/such/folder"], ["--json=1"],
    ]
    for arguments in wrong {
      let outcome = try CatalogPrograms.program(name).run(
        arguments.last == "--cpu" || arguments.last == "--source" || arguments.last == "--sysfs"
          ? arguments : [CatalogPrograms.operand(of: name)] + arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output.isEmpty, "\(arguments)")
      let lines: [Substring] = outcome.errors.split(separator: "\n")
      #expect(lines.count == 2, "\(arguments): \(outcome.errors)")
      #expect(lines.last == "Try '\(name) --help' for more.", "\(arguments)")
    }
  }

  @Test(arguments: CatalogPrograms.names)
  func `A wrong source in the environment is named`(name: String) throws {
    let outcome = try CatalogPrograms.program(name, sources: "nonsense=/tmp").run(
      [CatalogPrograms.operand(of: name)])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("PERF_EVENTS_SOURCES"))
    #expect(outcome.errors.contains("nonsense"))
  }

  @Test(arguments: [
    ("explain-event", [String]()), ("name-event", []), ("list-events", ["--limit", "0"]),
    ("list-events", ["--limit", "many"]), ("list-events", ["--long", "--json"]),
    ("explain-event", ["--json", "--where", "cycles"]),
  ])
  func `Options that need others or exclude each other give status 2`(
    name: String, arguments: [String]
  ) throws {
    let outcome = try CatalogPrograms.program(name).run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("--help"))
  }

  @Test(arguments: CatalogPrograms.names)
  func `The help stands on standard output and names every option`(name: String) throws {
    let outcome = try CatalogPrograms.program(name)("--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for option in ["--cpu", "--sysfs", "--source", "--json", "PERF_EVENTS_SOURCES"] {
      #expect(outcome.output.contains(option))
    }
    #expect(outcome.lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `Control characters of files do not reach a terminal`() throws {
    let hostile = try CatalogFiles(hostile: true)
    let perfmon: [String] = ["--cpu", "skylake"] + hostile.source("perfmon")
    let sysfs: [String] = ["--sysfs", hostile.path("machine/sys"), "-s", "sysfs"]
    let runs: [(String, [String])] = [
      ("list-events", perfmon), ("list-events", perfmon + ["--long"]),
      ("list-events", perfmon + ["--json"]), ("list-events", perfmon + ["-m"]),
      ("list-events", perfmon + ["-m", "--long"]), ("list-events", perfmon + ["-m", "--json"]),
      ("list-events", sysfs), ("list-events", sysfs + ["--long"]),
      ("explain-event", perfmon + ["cpu-cycles"]), ("explain-event", sysfs + ["cpu/badunit/"]),
      ("name-event", perfmon + ["r3c"]),
    ]
    for (name, arguments) in runs {
      let outcome = try CatalogPrograms.program(name).run(arguments)
      #expect(outcome.status == 0, "\(name) \(arguments): \(outcome.errors)")
      #expect(outcome.isHarmless, "\(name) \(arguments)")
    }
  }

  @Test(arguments: CatalogPrograms.names)
  func `Control characters of arguments do not reach a terminal`(name: String) throws {
    let text: String = "a\u{1b}[2J\u{9b}b"
    let runs: [[String]] = [
      ["--cpu", "x y\(text)", "r1"], ["--source", text, "r1"],
      ["--sysfs", "/\(text)", "r1"], ["--\(text)"], ["-\(text)"],
      ["--cpu", "skylake", "--source", "perfmon=/\(text)", "r1"],
    ]
    for arguments in runs {
      let outcome = try CatalogPrograms.program(name).run(arguments)
      #expect(outcome.status != 0, "\(arguments)")
      #expect(outcome.isHarmless, "\(arguments)")
    }
  }

  @Test(arguments: CatalogPrograms.names)
  func `A very long argument ends in a short answer`(name: String) throws {
    for unit in ["x", "cpu/", "{", "r", "a,", "*"] {
      let long: String = String(repeating: unit, count: 100_000 / unit.count)
      let outcome = try CatalogPrograms.program(name).run(
        ["--cpu", "skylake"] + files.source("perfmon") + [long])
      #expect([0, 1, 2].contains(outcome.status), "\(unit)")
      #expect(outcome.errors.count < 1000, "\(unit): \(outcome.errors.count)")
    }
  }

  @Test(arguments: CatalogPrograms.names)
  func `A reader that goes away ends the program quietly`(name: String) throws {
    let operand: String = ["explain-event": "cpu-cycles", "name-event": "r3c"][name] ?? ""
    let command: String =
      "{ \(Program.path(name)) --cpu skylake -s libpfm4 --json \(operand); echo $? >&2; } "
      + "| sh -c 'exec <&-; sleep 0.2'"
    let outcome = try shell(command)
    #expect(outcome.errors == "141\n")
  }

  @Test(arguments: CatalogPrograms.names)
  func `A full disk or a closed output is an error`(name: String) throws {
    let operand: String = ["explain-event": "cpu-cycles", "name-event": "r3c"][name] ?? ""
    for redirection in [">/dev/full", ">&-"] {
      let outcome = try shell(
        "\(Program.path(name)) --cpu skylake -s libpfm4 \(operand) \(redirection)")
      #expect(outcome.status == 1, "\(redirection)")
      #expect(outcome.errors.hasPrefix("\(name): "), "\(redirection)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(redirection)")
    }
    let silent = try shell(
      "\(Program.path(name)) --cpu skylake -s libpfm4 \(operand) <&- >&- 2>&-")
    #expect(silent.status == 1)
  }

  @Test func `Damaged files are said and do not keep back the others`() throws {
    try Data("{\"Events\": [".utf8).write(
      to: URL(fileURLWithPath: files.path("perfmon/SKL/events/uncore.json")))
    let outcome = try CatalogPrograms.program("list-events").run(
      ["--cpu", "skylake"] + files.source("perfmon") + ["inst_retired.any"])
    #expect(outcome.status == 0)
    #expect(outcome.firstWords == ["INST_RETIRED.ANY"])
    #expect(outcome.errors.contains("uncore.json"))
  }

  private func shell(_ command: String) throws -> Program.Outcome {
    var program = Program(name: "", environment: ["PERF_EVENTS_SOURCES": ""])
    program.prefix = ["/bin/sh", "-c", command]
    return try program.run([])
  }
}
