import Foundation
import Testing

/// What count-command says without counting anything.
struct CountCommandArgumentTests {
  private let countCommand = Program(name: "count-command")

  @Test(arguments: [
    ["-r", "0", "true"], ["-r", "x", "true"], ["-p", "abc"], ["-p", "1", "-t", "1"], [],
    ["--no-such-option", "true"], ["-C", "0-", "true"], ["-r", "3", "-a"],
    ["--json", "--csv", "true"],
  ])
  func `Wrong arguments give status 2 and point to the help`(arguments: [String]) throws {
    let outcome = try countCommand.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("--help"))
  }

  @Test func `The help stands on standard output`() throws {
    let outcome = try countCommand("--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for option in ["--event", "--repeat", "--pid", "--tid", "--cpu", "--all-cpus", "--json"] {
      #expect(outcome.output.contains(option))
    }
  }
}
