import Foundation
import Glibc
import PerfData
import TestSupport
import Traces

/// Recordings with known answers, and what programs print.
enum SharedRecordings {
  /// The folder, or nothing when the environment does not name one.
  static let folder: String? = {
    guard let root = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"] else { return nil }
    let folder = root + "/perfdata/generated"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// Runs a command of the shell and returns what it writes and whether it succeeded.
  ///
  /// The threads of tests block signals; a perf that does not hear of the end of
  /// its command would record for ever.
  static func run(_ command: String) -> (output: String, isSuccess: Bool) {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    let pipe = popen(command, "r")
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard let pipe else { return ("", false) }
    var output = Data()
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      output.append(contentsOf: buffer[..<count])
    }
    let status = pclose(pipe)
    return (String(decoding: output, as: UTF8.self), status == 0)
  }

  /// Takes from lines of `perf script` the times in nanoseconds, names and texts of the samples.
  static func lines(ofScript text: String) -> [String] {
    text.split(separator: "\n").map { line in
      // comm pid/tid [cpu] seconds.nanoseconds: period system:name: text
      let parts = line.split(separator: "] ", maxSplits: 1)
      guard parts.count == 2 else { return String(line) }
      let rest = trimming(parts[1])
      let time = rest.prefix { $0 != ":" }
      let period = trimming(rest.dropFirst(time.count + 1))
      let event = trimming(period.dropFirst(period.prefix { $0 != " " }.count))
      let nanoseconds = UInt64(time.filter { $0 != "." }) ?? 0
      return "\(nanoseconds) \(event)"
    }
  }

  private static func trimming(_ text: Substring) -> Substring {
    text.dropFirst(text.prefix { $0 == " " }.count)
  }

  /// The same lines as this package makes them, in the order of time.
  static func ownLines(_ path: String, symbols: String = "") throws -> [String] {
    let file = try PerfDataFile(path: path)
    guard let data = file.tracingData else { return [] }
    var printer = TracepointPrinter(data)
    printer.addKernelSymbols(symbols)
    var lines: [(time: UInt64, text: String)] = []
    var records = file.records()
    while let record = try records.next() {
      guard let sample = record.sample, let text = printer.string(of: sample, in: file) else {
        continue
      }
      let time = sample.time ?? 0
      lines.append((time, "\(time) \(file.events[sample.eventIndex].name): \(text)"))
    }
    // Equal times keep the order of the file.
    return lines.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element.text)
  }
}
