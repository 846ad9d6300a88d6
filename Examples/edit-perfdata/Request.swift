import CommandLineSupport
import PerfData
import PerfEvent

/// What a user asks for: the recording, the place of the result, and the edit.
struct Request {
  /// The commands, and the options of each beside those of all.
  private static let commands: [String: Set<String>] = [
    "filter": ["time", "pid", "tid", "cpu", "event", "drop-events"], "merge": [],
    "strip": ["fields"], "repair": [], "compress": ["form", "level"], "decompress": [],
    "convert": ["to"], "anonymise": [], "build-ids": ["add"],
  ]

  let command: String
  let arguments: ParsedArguments
  private let input: String
  private let output: String
  private let operands: [String]

  init(_ command: String, _ arguments: ParsedArguments) throws {
    guard let options = Request.commands[command] else {
      throw UsageError("unknown command '\(command)'")
    }
    // A condition that is not looked at would let through what it was to keep back.
    let others = Set(Request.commands.values.joined()).subtracting(options).sorted()
    if let other = others.first(where: arguments.has) {
      throw UsageError("'\(command)' has no option '--\(other)'")
    }
    if command == "merge", arguments.has("input") {
      throw UsageError("'merge' has no option '--input'")
    }
    self.command = command
    self.arguments = arguments
    operands = Array(arguments.operands.dropFirst())
    if command != "merge", let extra = operands.first {
      throw UsageError("unexpected argument '\(extra)'")
    }
    input = arguments.value("input") ?? "perf.data"
    output = arguments.value("output") ?? "-"
    if output == "-", Output.standardIsTerminal {
      throw UsageError("the result is nothing for a terminal; name a file with '--output'")
    }
  }

  /// Edits the recording.
  ///
  /// - Returns: The status of the command.
  func perform() throws -> Int32 {
    if command == "merge" {
      try merge()
      return 0
    }
    let file = try open(input)
    var options = options(like: file)
    switch command {
    case "filter": try filter(file).write(file, to: target, options: options)
    case "strip": try SampleStripping(try fields()).write(file, to: target, options: options)
    case "anonymise": try Anonymisation().write(file, to: target, options: options)
    case "build-ids":
      try BuildIDAddition(try buildIDs()).write(file, to: target, options: options)
    case "repair": return try repair(file, options)
    case "compress":
      let form = try arguments.number("form", in: 1...2) ?? 1
      options.compression = RecordCompression(
        form: form == 1 ? .compressed : .compressed2,
        level: Int32(try arguments.number("level", in: 1...22) ?? 1))
      try file.convert(to: target, options: options)
    case "convert":
      options.mode = try mode()
      try file.convert(to: target, options: options)
    default:
      try file.convert(to: target, options: options)
    }
    return 0
  }

  private var target: WriterTarget { output == "-" ? .descriptor(1) : .replacement(output) }

  private func open(_ path: String) throws(PerfDataError) -> PerfDataFile {
    path == "-" ? try PerfDataFile(descriptor: 0) : try PerfDataFile(path: path)
  }

  private func options(like file: borrowing PerfDataFile) -> WriterOptions {
    var options = WriterOptions(like: file)
    if output == "-" { options.mode = .pipe }
    if arguments.has("lenient") { options.validation = .lenient }
    return options
  }

  private func merge() throws {
    guard !operands.isEmpty else { throw UsageError("no files given") }
    let merge = RecordingMerge()
    for path in operands {
      do throws(PerfDataError) {
        try merge.add(try open(path))
      } catch {
        throw MergeFault(path: path, error: error)
      }
    }
    var options = merge.defaultOptions
    if output == "-" { options.mode = .pipe }
    if arguments.has("lenient") { options.validation = .lenient }
    try merge.write(to: target, options: options)
  }

  private func repair(
    _ file: borrowing PerfDataFile, _ options: WriterOptions
  ) throws -> Int32 {
    let report = try RecordingRepair().write(file, to: target, options: options)
    for fault in report.faults { printToStandardError("edit-perfdata: \(fault)\n") }
    printToStandardError(
      "edit-perfdata: kept \(report.keptRecords) records, left out \(report.droppedRecords) and "
        + "\(report.skippedBytes) bytes\n")
    return report.keptRecords > 0 ? 0 : 1
  }
}

/// Why one of several recordings cannot be merged.
private struct MergeFault: Error, CustomStringConvertible {
  let path: String
  let error: PerfDataError

  var description: String {
    let text = "\(error)"
    return text.contains(path) ? text : "\(path): \(text)"
  }
}
