import Foundation
import Testing

/// What the programs about events say of sources that do not have what was asked for.
struct CatalogDiagnosisTests {
  private let files: CatalogFiles

  init() throws {
    self.files = try CatalogFiles()
  }

  @Test(arguments: ["explain-event", "name-event", "list-events"])
  func `Whoever finds nothing is told which files cannot be read`(name: String) throws {
    try Data("{\"Events\": [".utf8).write(
      to: URL(fileURLWithPath: files.path("perfmon/SKL/events/core.json")))
    let operand: String = name == "name-event" ? "r77f1" : "NO_SUCH.EVENT"
    let outcome = try CatalogPrograms.program(name).run(
      ["--cpu", "skylake"] + files.source("perfmon") + [operand])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("core.json"))
    #expect(outcome.errors.split(separator: "\n").count == 2)
  }

  @Test func `Only explanations that follow another one begin with an empty line`() throws {
    let outcome = try CatalogPrograms.program("explain-event").run(
      ["--cpu", "skylake"] + files.source("perfmon") + ["NO_SUCH.EVENT", "cpu-cycles", "cycles"])
    #expect(outcome.output.hasPrefix("cpu-cycles\n"))
    #expect(outcome.output.contains("\n\ncycles\n"))
  }

  @Test(arguments: ["oprofile", "likwid", "papi", "arm-data"], ["explain-event", "list-events"])
  func `A folder or file that holds something else is named`(kind: String, name: String) throws {
    let place: String = files.path(kind == "papi" ? "perfmon/mapfile.csv" : "perfmon/SKL")
    let outcome = try CatalogPrograms.program(name).run(
      ["--cpu", "skylake", "--source", "\(kind)=\(place)", "NO_SUCH.EVENT"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(place))
    #expect(outcome.errors.contains("has no events"))
  }

  @Test(arguments: CatalogPrograms.names)
  func `A source without the CPU is said`(name: String) throws {
    let operand: String = name == "name-event" ? "r77f1" : "NO_SUCH.EVENT"
    let outcome = try CatalogPrograms.program(name).run(
      ["--cpu", "AuthenticAMD-25-21-0"] + files.source("perfmon") + [operand])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("has no events of AuthenticAMD-25-21-0"))
  }

  @Test func `A copy of sysfs that does not tell the CPU is said`() throws {
    let outcome = try CatalogPrograms.program("explain-event").run(
      ["--sysfs", files.path("machine/sys")] + files.source("perfmon") + ["NO_SUCH.EVENT"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("name one with --cpu"))
  }
}
