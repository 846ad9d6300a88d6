import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct CountCommandTests {
  private let countCommand = Program(name: "count-command")

  /// The report of a run as JSON, from standard output.
  private func report(_ text: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(json as? [String: Any])
  }

  @Test(arguments: [("true", 0), ("false", 1), ("exit 42", 42)])
  func `The command's exit status is passed on`(command: String, status: Int) throws {
    #expect(try countCommand("-e", "page-faults", "sh", "-c", command).status == Int32(status))
  }

  @Test func `A signal that ends the command gives 128 and its number`() throws {
    #expect(try countCommand("-e", "page-faults", "sh", "-c", "kill -TERM $$").status == 143)
  }

  @Test func `A command that does not exist gives 127 and one sentence`() throws {
    let outcome = try countCommand("-e", "page-faults", "--", "/no/such/command")
    #expect(outcome.status == 127)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("/no/such/command"))
  }

  @Test func `A file that cannot be executed gives 126`() throws {
    #expect(try countCommand("-e", "page-faults", "--", "/etc/passwd").status == 126)
  }

  @Test func `Nothing but the command's own output stands on standard output`() throws {
    let outcome = try countCommand("-e", "page-faults,task-clock", "echo", "hello")
    #expect(outcome.output == "hello\n")
    #expect(outcome.errors.contains("page-faults"))
  }

  @Test func `Default events say what was left out and why`() throws {
    let outcome = try countCommand("--", "true")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("task-clock"))
    let devices = try FileManager.default.contentsOfDirectory(
      atPath: "/sys/bus/event_source/devices")
    if !devices.contains("cpu") {
      #expect(outcome.errors.contains("left out: cycles, instructions, branches, branch-misses: "))
      #expect(outcome.errors.contains("no hardware PMU"))
    }
  }

  @Test func `Several runs are reported as JSON with median, interval and every count`() throws {
    let outcome = try countCommand(
      "-r", "8", "--json", "-o", "-", "-e", "page-faults,task-clock", "true")
    let json: [String: Any] = try report(outcome.output)
    #expect(json["runs"] as? Int == 8)
    let events = try #require(json["events"] as? [[String: Any]])
    #expect(
      events.map { $0["event"] as? String } == ["page-faults", "task-clock"].map(Ability.name))
    for event in events {
      let counts = try #require(event["counts"] as? [[String: Any]])
      #expect(counts.count == 8)
      #expect(counts.allSatisfy { $0["status"] as? String == "exact" })
      let values: [Double] = counts.compactMap { $0["value"] as? Double }.sorted()
      #expect(event["median"] as? Double == (values[3] + values[4]) / 2)
      let interval = try #require(event["median_interval"] as? [String: Double])
      #expect(try #require(interval["coverage"]) >= 0.95)
    }
  }

  @Test func `CSV has a header and a line for each run and event`() throws {
    let outcome = try countCommand(
      "-r", "3", "--csv", "-o", "-", "-e", "page-faults,task-clock", "true")
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 1 + 3 * 3)
    #expect(lines[0].hasPrefix("run,event,value,unit,status"))
    #expect(lines[1].hasPrefix("1,\(Ability.name("page-faults")),"))
  }

  @Test func `An event that the machine lacks is reported beside those that it has`() throws {
    let outcome = try countCommand(
      "--json", "-o", "-", "-e", "page-faults,cycles", "true")
    #expect(outcome.status == 0)
    let events = try #require(try report(outcome.output)["events"] as? [[String: Any]])
    let counts = events.compactMap { ($0["counts"] as? [[String: Any]])?.first }
    try #require(counts.count == 2)
    #expect(counts[0]["status"] as? String == "exact")
    if counts[1]["status"] as? String == "not-supported" {
      #expect(counts[1]["value"] is NSNull)
      #expect((counts[1]["reason"] as? String)?.contains("PMU") == true)
    }
  }

  @Test func `Options behind the command belong to the command`() throws {
    let outcome = try countCommand("-e", "page-faults", "echo", "-r", "--help")
    #expect(outcome.output == "-r --help\n")
  }

  @Test func `A running process is counted until it ends`() throws {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/sh")
    child.arguments = ["-c", "sleep 0.3; ls / >/dev/null; sleep 0.2"]
    try child.run()
    let outcome = try countCommand(
      "-e", "page-faults,context-switches", "--json", "-p", "\(child.processIdentifier)")
    child.waitUntilExit()
    #expect(outcome.status == 0)
    let events = try #require(try report(outcome.output)["events"] as? [[String: Any]])
    let counts = events.compactMap { ($0["counts"] as? [[String: Any]])?.first?["raw"] as? Int }
    try #require(counts.count == 2)
    #expect(counts[0] > 0)
    // Tasks are switched by the kernel, so that its side alone sees it.
    #expect(Ability.countsKernelSide ? counts[1] > 0 : counts[1] == 0)
  }

  @Test func `An interruption ends cleanly with what was counted`() throws {
    let outcome = try countCommand.run(
      ["-e", "page-faults", "--", "sleep", "30"], interruptAfter: 0.5)
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("page-faults"))
  }

  @Test func `A process that does not exist gives one sentence`() throws {
    let outcome = try countCommand("-e", "page-faults", "-p", "\(Int32.max)")
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("\(Int32.max)"))
  }

  @Test func `Several lists of events are one`() throws {
    let outcome = try countCommand(
      "--json", "-o", "-", "-e", "page-faults", "-e", "task-clock,minor-faults", "true")
    let events = try #require(try report(outcome.output)["events"] as? [[String: Any]])
    #expect(
      events.map { $0["event"] as? String }
        == ["page-faults", "task-clock", "minor-faults"].map(Ability.name))
  }

  @Test func `A target is named beside the command that runs meanwhile`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sleep")
    process.arguments = ["2"]
    try process.run()
    defer { process.terminate() }
    let target = "\(process.processIdentifier)"
    let outcome = try countCommand("-e", "task-clock", "-p", target, "true")
    #expect(outcome.errors.contains("counts of process \(target) during 'true'"))
    let json = try countCommand("-e", "task-clock", "--json", "-o", "-", "-p", target, "true")
    #expect(try report(json.output)["target"] as? String == "process \(target)")
  }

  @Test func `An interrupted run is not summarised with the complete ones`() throws {
    let outcome = try countCommand.run(
      ["-r", "50", "--json", "-o", "-", "-e", "page-faults", "--", "sleep", "0.2"],
      interruptAfter: 0.9)
    let json: [String: Any] = try report(outcome.output)
    #expect(json["interrupted"] as? Bool == true)
    #expect(outcome.status == 130)
    let seconds = try #require(json["seconds_elapsed"] as? [Double])
    #expect(seconds.count == json["runs"] as? Int)
    #expect(seconds.allSatisfy { $0 >= 0.2 })
  }

  @Test func `A command that ends well in spite of a signal keeps its status`() throws {
    let outcome = try countCommand.run(
      ["-e", "page-faults", "--", "sh", "-c", "trap '' INT; sleep 1; exit 0"],
      interruptAfter: 0.4)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("interrupted"))
  }

  @Test func `The report's file is opened before anything runs`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let outcome = try countCommand("-o", "/no/such/folder/x", "--", "touch", file.path)
    #expect(outcome.status == 1)
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func `Control characters of a command do not reach the terminal`() throws {
    let outcome = try countCommand("-e", "page-faults", "true", "\u{1b}[31m", "a\nb")
    #expect(!outcome.errors.contains("\u{1b}"))
    #expect(outcome.errors.contains("'true ?[31m a?b'"))
  }
}
