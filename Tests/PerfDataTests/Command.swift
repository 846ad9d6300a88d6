import Foundation
import Glibc
import TestSupport

/// Runs a program and keeps what it writes.
struct Command {
  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  let path: String

  /// The program of this package that shows perf.data files, beside the tests.
  static let dump: Command = {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(fileURLWithPath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
    return Command(path: folder.appendingPathComponent("dump-perfdata").path)
  }()

  /// Whether perf tells names of the kernel, which it keeps from ordinary users.
  static let perfShowsKernel: Bool = geteuid() == 0

  /// The installed perf, if it is able to record.
  static let perf: Command? = {
    guard let perf = PerfTool.path.map(Command.init(path:)) else { return nil }
    let folder = TemporaryFolder()
    let tried = try? perf.run([
      "record", "-q", "-e", "cpu-clock", "-o", folder.file("try.data"), "--", "true",
    ])
    return tried?.status == 0 ? perf : nil
  }()

  /// Runs the program to its end; a signal that ends it adds 1000 to the status.
  ///
  /// Input and output are files, for which no output is too long. The system is
  /// called directly, since the tests run on all threads there are and a wait
  /// must need no other one.
  func run(_ arguments: [String], input: Data = Data()) throws -> Outcome {
    let folder = TemporaryFolder()
    let names = ["in", "out", "err"].map { folder.file($0) }
    try input.write(to: URL(fileURLWithPath: names[0]))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, names[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, names[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, names[2], O_WRONLY | O_CREAT, 0o600)
    // The tests' threads block signals; a perf that does not hear of the end of
    // its command would record for ever.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let refused = posix_spawn(&process, path, &actions, &attributes, words, environ)
    guard refused == 0 else { throw POSIXError(POSIXErrorCode(rawValue: refused) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let read: (Int) -> Data = { FileManager.default.contents(atPath: names[$0]) ?? Data() }
    let signal = status & 0x7f
    return Outcome(
      status: signal == 0 ? status >> 8 & 0xff : 1000 + signal, output: read(1),
      errors: String(decoding: read(2), as: UTF8.self))
  }
}

/// A folder that goes away with the value.
final class TemporaryFolder: Sendable {
  private let path: String

  init() {
    path = NSTemporaryDirectory() + "perfdata-tests-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }
}
