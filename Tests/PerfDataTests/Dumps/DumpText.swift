import Foundation
import PerfData
import PerfEvent

/// What `perf report -D` shows of a file, made from our decodes, without empty lines.
///
/// Left out is what perf makes of the bytes on its own: their hexadecimal digits,
/// and the parts that it decodes of the AUX area.
struct DumpText {
  /// The perf whose words they are.
  enum Version {
    case perf6, perf7
  }

  private(set) var lines: [String] = []
  private let version: Version
  private let path: String
  private let isPipe: Bool
  private let registers: RegisterSet
  /// The attributes so far; those of a pipe come in its records.
  private var attributes: [EventAttributes] = []
  private var processes = ProcessTable(history: .latest)

  /// Makes the text.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: The name of it that the text shows.
  ///   - version: The perf whose words to use.
  init(_ file: borrowing PerfDataFile, path: String, version: Version) {
    self.version = version
    self.path = path
    isPipe = file.header.mode == .pipe
    registers = ((try? file.registerSet) ?? nil) ?? .x86
    if !isPipe { attributes = file.events.map(\.attributes) }
    var records = file.records(in: .rounds)
    // A recorder may leave the last record that it compresses without its end.
    while let record = try? records.next() {
      if record.kind != .compressed && record.kind != .compressed2 { add(record) }
    }
  }

  /// What of a text of perf can be compared.
  ///
  /// The columns below the records are of different widths in different versions,
  /// and perf counts lost samples by event there only when it shows nothing else.
  /// What newer versions tell of the features and events of a pipe is left to the
  /// tests of the header.
  static func lines(of text: String) -> [String] {
    var isBelow = false
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line == "." || line.hasPrefix(". ") || line.hasPrefix("#") { continue }
      if line.hasPrefix("WARNING: ") { continue }
      isBelow = isBelow || line.hasPrefix("Aggregated stats:")
      if isBelow {
        if line.contains("LOST_SAMPLES"), !line.hasSuffix("%)") { continue }
        lines.append(line.split(separator: " ").joined(separator: " "))
      } else if !line.hasPrefix("."), !line.hasPrefix(" "),
        line.contains("PERF_RECORD_FEATURE,") || line.contains("PERF_RECORD_ATTR,")
      {
        lines.append(String(line.prefix { $0 != "," }))
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private mutating func add(_ record: borrowing Record) {
    // In a pipe, perf counts from the first record.
    let offset = alternate(record.offset - (isPipe ? 16 : 0))
    let place = "\(offset)\(part(record.part)) [\(alternate(record.size))]: event: "
    lines.append(place + "\(record.kind.rawValue)")
    let head = stamp(record) + "\(offset) [\(alternate(record.size))]: PERF_RECORD_"
    var body = record.kind.isKernel ? kernelLines(of: record) : recorderLines(of: record)
    lines.append(head + name(record.kind) + body.removeFirst())
    lines += body
    processes.apply(record)
    if case .sample(let sample) = record.content { lines += lines(of: sample, in: record) }
    if case .headerAttributes(let event) = record.content, isPipe,
      let found = try? event.attributes
    {
      attributes.append(found)
    }
  }

  /// The file of a recording in a directory that holds a record.
  private func part(_ number: Int) -> String {
    if isPipe { return "@pipe" }
    guard path.hasSuffix("/") else { return "@" + path }
    return "@" + path + (number == 0 ? "data" : "data.\(number - 1)")
  }

  /// CPU and time, as far as any event has them.
  private func stamp(_ record: borrowing Record) -> String {
    if record.kind != .sample && attributes.first?.flags.contains(.sampleIDAll) != true {
      return "-1 -1 "
    }
    let fields = attributes.reduce(SampleFields()) { $0.union($1.sampleFields) }
    let absent = record.kind.isKernel
    var text = ""
    if fields.contains(.cpu) { text += "\(record.cpu ?? (absent ? .max : 0)) " }
    if fields.contains(.time) { text += "\(record.time ?? (absent ? .max : 0)) " }
    return text
  }

  /// The name by which perf calls a kind.
  private func name(_ kind: RecordKind) -> String {
    switch kind {
    case .headerAttributes: "ATTR"
    case .headerEventType: "EVENT_TYPE"
    case .headerTracingData: "TRACING_DATA"
    case .headerBuildID: "BUILD_ID"
    case .headerFeature: "FEATURE"
    default: "\(kind)"
    }
  }

  private func lines(of sample: borrowing Sample, in record: borrowing Record) -> [String] {
    var lines = SampleDumpText(
      sample, in: record, registers: registers, version: version
    ).lines
    guard let thread = sample.thread else { return lines }
    let module = processes.location(of: sample).flatMap { processes.module(of: $0) }
    let place = [
      " ... thread: \(processes.displayName(of: thread)):\(thread.thread)",
      " ...... dso: \(module.map { name(of: $0, thread) } ?? "<not found>")",
    ]
    // perf takes a sample with the counts of a group for one of each member.
    for _ in 0..<(sample.readValues?.count ?? 1) { lines += place }
    return lines
  }

  private func name(of module: MappedModule, _ thread: ThreadID) -> String {
    switch module.kind {
    case .kernel:
      // The map has the name of a symbol behind the bracket.
      let end = module.path.firstIndex(of: "]") ?? module.path.startIndex
      return String(module.path[...end])
    case .anonymous:
      // There perf looks for what a compiler tells of code that it makes.
      return "/tmp/perf-\(thread.process).map"
    default: return module.path
    }
  }

  private func recorderLines(of record: borrowing Record) -> [String] {
    RecorderDumpText(record, version: version).lines
  }

  private func kernelLines(of record: borrowing Record) -> [String] {
    KernelDumpText(record, attributes: attributes).lines
  }
}

/// A number with as many zeros in front as it takes.
func hexadecimal(_ number: some BinaryInteger, width: Int = 0) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A number in C's alternate form: with a prefix unless it is 0.
func alternate(_ number: some BinaryInteger) -> String {
  number == 0 ? "0" : "0x" + String(number, radix: 16)
}
