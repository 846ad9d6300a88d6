import CPerfEvent
import Foundation
import TestSupport
import Testing

@testable import PerfEvent

@Suite(.serialized) struct CommandExecutionTests {
  @Test func `A command that is never started leaves no process behind`() throws {
    var processes: [Int32] = []
    for _ in 0..<20 {
      let command = try WaitingCommand(["sleep", "1000"])
      processes.append(command.processID)
    }
    for process in processes {
      #expect(!FileManager.default.fileExists(atPath: "/proc/\(process)"))
    }
  }

  @Test func `Several commands may wait at a time, and start in any order`() throws {
    var first = try WaitingCommand(["true"])
    var second = try WaitingCommand(["false"])
    let third = try WaitingCommand(["sleep", "1000"])
    try second.start()
    #expect(try second.wait() == .exited(1))
    let process: Int32 = third.processID
    _ = consume third
    #expect(!FileManager.default.fileExists(atPath: "/proc/\(process)"))
    try first.start()
    #expect(try first.wait() == .exited(0))
  }

  /// What a name in no folder of the search path gives: a folder that this user
  /// may not look into could hold it.
  private static var notOnPath: Errno {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let hasClosedOne = folders.contains { access("\($0)/.", F_OK) != 0 && errno == EACCES }
    return hasClosedOne ? .accessDenied : .noSuchFile
  }

  @Test(arguments: [
    (["/no/such/file"], Errno.noSuchFile), (["no-such-command-anywhere"], notOnPath),
    (["/etc/passwd"], .accessDenied), (["/"], .accessDenied), (["/etc/passwd/x"], .noSuchFile),
  ])
  func `A command that cannot be executed is an error with its reason`(
    arguments: [String], error: Errno
  ) throws {
    var command = try WaitingCommand(arguments)
    var thrown: PerfEventError?
    do {
      try command.start()
    } catch {
      thrown = error
    }
    #expect(thrown == .systemCall("execvp", error))
    #expect(try command.wait() == .exited(127))
  }

  @Test func `A script without an interpreter line is run by the shell`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    // Written by another process: a child of ours that waits would keep the file
    // open for writing, and it could not be executed.
    var writer = try WaitingCommand(
      ["sh", "-c", "echo 'exit $1' >'\(file.path)'; chmod +x '\(file.path)'"])
    try writer.start()
    #expect(try writer.wait() == .exited(0))
    var command = try WaitingCommand([file.path, "7"])
    try command.start()
    #expect(try command.wait() == .exited(7))
  }

  /// The mask of the signals that a command finds ignored.
  ///
  /// Those from 32 on, of which the C library uses some itself, are left out.
  private static func ignoredByCommand() throws -> UInt64 {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    var command = try WaitingCommand(
      ["sh", "-c", "exec cat /proc/self/status >'\(file.path)'"])
    try command.start()
    #expect(try command.wait() == .exited(0))
    let status = try String(contentsOf: file, encoding: .utf8)
    func mask(_ name: String) throws -> UInt64 {
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name) })
      return try #require(UInt64(line.dropFirst(name.count).drop { $0 == "\t" }, radix: 16))
    }
    #expect(try mask("SigBlk:") == 0)
    return try mask("SigIgn:") & 0x7fff_ffff
  }

  /// In a process of its own, whose dispositions it changes.
  @Test func `What this process ignores the command ignores too, except SIGPIPE`() async {
    await #expect(processExitsWith: .success) {
      let bits: (Int32) -> UInt64 = { 1 << UInt64($0 - 1) }
      for number: Int32 in 1...31 where number != SIGKILL && number != SIGSTOP {
        signal(number, SIG_DFL)
      }
      let first: UInt64 = try CommandExecutionTests.ignoredByCommand()
      #expect(first == 0)
      for number in [SIGINT, SIGQUIT, SIGHUP, SIGPIPE] { signal(number, SIG_IGN) }
      let second: UInt64 = try CommandExecutionTests.ignoredByCommand()
      #expect(second == bits(SIGINT) | bits(SIGQUIT) | bits(SIGHUP))
      // A handler cannot outlive exec.
      signal(SIGINT) { _ in }
      let third: UInt64 = try CommandExecutionTests.ignoredByCommand()
      #expect(third == bits(SIGQUIT) | bits(SIGHUP))
    }
  }

  @Test func `A command that nobody keeps from it can be interrupted`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGINT, SIG_DFL)
      var command = try WaitingCommand(["sh", "-c", "kill -INT $$; exit 3"])
      try command.start()
      #expect(try command.wait() == .signaled(SIGINT))
    }
  }

  @Test func `A page that cannot be touched lies below the stack of the child`() throws {
    func pointers(_ strings: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
      let array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: strings.count + 1)
      for (index, string) in strings.enumerated() { (array + index).initialize(to: strdup(string)) }
      (array + strings.count).initialize(to: nil)
      return array
    }
    let arguments = pointers(["true"])
    var command = cperf_command(
      paths: arguments, arguments: arguments, environment: pointers([]),
      shell_arguments: pointers([]))
    var child = cperf_child()
    #expect(cperf_spawn_stopped(&command, &child) == 0)
    let maps = String(
      decoding: try LinuxKernel().readFile("/proc/self/maps", limit: 1 << 24), as: UTF8.self)
    func protection(of address: UInt) -> Substring? {
      for line in maps.split(separator: "\n") {
        let fields = line.split(separator: " ")
        let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        if bounds[0] <= address && address < bounds[1] { return fields[1] }
      }
      return nil
    }
    let stack = UInt(child.stack)
    #expect(stack != 0)
    #expect(protection(of: stack) == "rw-p")
    #expect(protection(of: stack - 1) == "---p")
    #expect(protection(of: stack - UInt(MemoryPage.size)) == "---p")
    cperf_dismiss_child(&child)
    var status: Int32 = -1
    #expect(cperf_wait(child.pid, &status) == 0)
    #expect(status == 0)
    cperf_release_child(&child)
  }

  /// A fork would make every page copy-on-write, so that the parent's next write to
  /// each is a page fault.
  @Test(.enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
  func `Making a command costs the parent no page faults`() throws {
    var events = EventAttributes(type: .software, config: 2)
    events.flags = [.excludeKernel, .excludeHypervisor]
    let size: Int = 1 << 24
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
    defer { memory.deallocate() }
    memset(memory, 1, size)
    let descriptor = try EventDescriptor(opening: events)
    var words: [UInt64] = [0]
    func faults() throws -> UInt64 {
      var span = words.mutableSpan
      _ = try descriptor.read(into: &span)
      return words[0]
    }
    let before: UInt64 = try faults()
    let command = try WaitingCommand(["true"])
    memset(memory, 2, size)
    let after: UInt64 = try faults()
    #expect(command.processID > 0)
    #expect(after - before < UInt64(size / 4096 / 4))
  }
}
