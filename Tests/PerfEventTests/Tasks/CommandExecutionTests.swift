import Foundation
import PerfEvent
import TestSupport
import Testing

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

  @Test func `The command has no signal blocked and none of ours ignored`() throws {
    var command = try WaitingCommand(
      ["sh", "-c", "grep -q '^SigBlk:.0*$' /proc/self/status && kill -INT $$; exit 3"])
    try command.start()
    #expect(try command.wait() == .signaled(2))
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
