import Foundation
import TestSupport
import Testing

/// What a user sees who may not count: one sentence that says what is wrong and
/// what to do, and exit status 1.
struct RefusalTests {
  private func countCommand(_ restriction: [String], _ arguments: [String]) throws -> String {
    let program = Program(
      name: "count-command", prefix: [Program.path("restricted")] + restriction)
    let outcome = try program.run(arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1)
    return String(lines.first ?? "")
  }

  private static var paranoidLevel: Int? {
    (try? String(contentsOfFile: "/proc/sys/kernel/perf_event_paranoid", encoding: .utf8))
      .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  private static var canDropPrivilege: Bool {
    // Levels 3 and 4 of Debian and Ubuntu refuse everything, with other words.
    guard getuid() == 0, paranoidLevel == 2, Ability.countsEvents else { return false }
    // The other user must reach the program.
    var folder = URL(fileURLWithPath: Program.folder)
    while folder.path != "/" {
      let mode =
        (try? FileManager.default.attributesOfItem(atPath: folder.path))?[
          .posixPermissions] as? Int
      guard let mode, mode & 1 != 0 else { return false }
      folder.deleteLastPathComponent()
    }
    return true
  }

  @Test(
    .enabled(
      if: canDropPrivilege,
      "root, a paranoid level of 2, and a folder open to others are needed"),
    arguments: [
      (["-e", "page-faults:k", "true"], "user side only"),
      (["-e", "page-faults:uk", "true"], "kernel.perf_event_paranoid"),
      (["-e", "page-faults", "-a", "true"], "all tasks of a CPU"),
      (["-e", "page-faults", "-C", "0", "true"], "CAP_PERFMON"),
    ])
  func `Without privilege the sentence names the setting and the remedy`(
    arguments: [String], words: String
  ) throws {
    let sentence: String = try countCommand(["--user", "65534"], arguments)
    #expect(sentence.contains(words))
    #expect(sentence.contains("kernel.perf_event_paranoid"))
    #expect(sentence.contains("now \(try #require(Self.paranoidLevel))"))
  }

  @Test(
    .enabled(
      if: canDropPrivilege,
      "root, a paranoid level of 2, and a folder open to others are needed"))
  func `Without privilege a plain event is counted on the user side and says so`() throws {
    let program = Program(
      name: "count-command", prefix: [Program.path("restricted"), "--user", "65534"])
    let outcome = try program.run(["-e", "page-faults", "true"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("page-faults:u"))
  }

  @Test(
    .enabled(
      if: geteuid() == 0 || (paranoidLevel ?? 2) <= 2,
      "where kernel.perf_event_paranoid forbids everything, it is named instead"),
    arguments: ["EPERM", "ENOSYS"])
  func `A seccomp filter is named as the cause`(error: String) throws {
    let sentence: String = try countCommand(["--seccomp", error], ["-e", "page-faults", "true"])
    #expect(sentence.contains("seccomp"))
    #expect(sentence.contains("container"))
  }

  @Test(.enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
  func `A limit of eight descriptors is named with its value`() throws {
    let names = [
      "page-faults", "minor-faults", "major-faults", "task-clock", "cpu-clock", "context-switches",
    ]
    let sentence: String = try countCommand(
      ["--descriptors", "8"], ["-e", names.map(Ability.name).joined(separator: ","), "true"])
    #expect(sentence.contains("8 descriptors"))
    #expect(sentence.contains("ulimit -n"))
  }

  @Test(
    .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"),
    .enabled(
      if: !FileManager.default.fileExists(atPath: "/sys/bus/event_source/devices/cpu"),
      "a machine without a hardware PMU is needed"))
  func `Cycles without a hardware PMU are explained`() throws {
    let sentence: String = try countCommand([], ["-e", "cycles", "true"])
    #expect(sentence.contains("cycles: "))
    #expect(sentence.contains("no hardware PMU"))
    #expect(sentence.contains("page-faults"))
  }
}
