import CPeers
import Glibc

/// Programs run beside us, with what the kernel says they cost.
enum ChildProcess {
  /// Runs a program to its end with its output thrown away.
  ///
  /// - Parameter arguments: The program, looked up on the path, and its arguments.
  /// - Returns: What the whole process cost, start and end included.
  /// - Throws: An error if the program does not start or does not end with status 0.
  static func run(_ arguments: [String]) throws(BenchmarkError) -> Measurement {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }

    let start: UInt64 = peer_now()
    var process: pid_t = 0
    let failure: Int32 = posix_spawnp(&process, arguments[0], &actions, nil, words, environ)
    guard failure == 0 else {
      let reason = String(cString: strerror(failure))
      throw BenchmarkError("\(arguments[0]) cannot be started: \(reason)")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("waiting for \(arguments[0]) failed") }
    }
    let elapsed: UInt64 = peer_now() - start
    guard status == 0 else {
      throw BenchmarkError("`\(arguments.joined(separator: " "))` ended with status \(status)")
    }
    return Measurement(
      elapsed: Double(elapsed),
      processorTime: nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime),
      peakMemory: Double(usage.ru_maxrss) * 1024)
  }

  private static func nanoseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e9 + Double(time.tv_usec) * 1e3
  }
}
