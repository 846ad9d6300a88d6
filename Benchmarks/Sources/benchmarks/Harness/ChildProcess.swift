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
    let start: UInt64 = peer_now()
    let process: pid_t = try spawn(arguments)
    var usage = rusage()
    try wait(for: process, arguments, 0, &usage)
    return Measurement(
      elapsed: Double(peer_now() - start),
      processorTime: nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime))
  }

  /// Runs a program to its end and looks again and again at its memory.
  ///
  /// What counts is `RssAnon` of `/proc/PID/status`: what it allocated, without
  /// the pages of mapped files. The kernel keeps the peak of both together only,
  /// so that a peak of less than half a millisecond can be missed here.
  ///
  /// - Parameter arguments: The program, looked up on the path, and its arguments.
  /// - Returns: The largest memory seen.
  /// - Throws: An error if the program does not start or does not end with status 0.
  static func watchMemory(_ arguments: [String]) throws(BenchmarkError) -> Measurement {
    let process: pid_t = try spawn(arguments)
    var peak = 0
    var usage = rusage()
    while try !wait(for: process, arguments, WNOHANG, &usage) {
      peak = max(peak, ownMemory(of: process))
      usleep(200)
    }
    return Measurement(ownMemory: Double(peak))
  }

  /// Starts a program with its output thrown away.
  private static func spawn(_ arguments: [String]) throws(BenchmarkError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }

    var process: pid_t = 0
    let failure: Int32 = posix_spawnp(&process, arguments[0], &actions, nil, words, environ)
    guard failure == 0 else {
      let reason = String(cString: strerror(failure))
      throw BenchmarkError("\(arguments[0]) cannot be started: \(reason)")
    }
    return process
  }

  /// Waits for the end of a process, or looks for it; returns whether it has ended.
  @discardableResult
  private static func wait(
    for process: pid_t, _ arguments: [String], _ options: Int32, _ usage: inout rusage
  ) throws(BenchmarkError) -> Bool {
    var status: Int32 = 0
    var found: pid_t = -1
    repeat {
      found = wait4(process, &status, options, &usage)
    } while found < 0 && errno == EINTR
    guard found >= 0 else { throw BenchmarkError("waiting for \(arguments[0]) failed") }
    guard found == 0 || status == 0 else {
      throw BenchmarkError("`\(arguments.joined(separator: " "))` ended with status \(status)")
    }
    return found != 0
  }

  /// The bytes that a process holds besides mapped files; 0 if it has ended.
  private static func ownMemory(of process: pid_t) -> Int {
    let text: String = FileSystem.text(of: "/proc/\(process)/status")
    for line in text.split(separator: "\n") where line.hasPrefix("RssAnon:") {
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.count > 1 ? (Int(words[1]) ?? 0) << 10 : 0
    }
    return 0
  }

  private static func nanoseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e9 + Double(time.tv_usec) * 1e3
  }
}
