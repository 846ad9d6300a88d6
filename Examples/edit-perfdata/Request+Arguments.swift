import CommandLineSupport
import PerfData
import PerfEvent

extension Request {
  /// The form that `--to` names.
  func mode() throws -> FileMode {
    switch arguments.value("to") {
    case "pipe": return .pipe
    case "file": return .file
    default: throw UsageError("option '--to' needs 'pipe' or 'file'")
    }
  }

  /// The conditions of a filter.
  func filter(_ file: borrowing PerfDataFile) throws -> RecordingFilter {
    var filter = RecordingFilter()
    if let text = arguments.value("time") { filter.times = try times(text) }
    filter.processes = try numbers("pid", as: Int32.self)
    filter.threads = try numbers("tid", as: Int32.self)
    filter.cpus = try numbers("cpu", as: UInt32.self)
    filter.removesUnusedEvents = arguments.has("drop-events")
    for name in arguments.values("event") {
      let found = file.events.indices.filter { file.events[$0].name == name }
      if found.isEmpty { throw UsageError("the recording has no event '\(name)'") }
      filter.events = (filter.events ?? []).union(found)
    }
    return filter
  }

  private func times(_ text: String) throws -> ClosedRange<UInt64> {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let first = parts[0].isEmpty ? 0 : UInt64(parts[0])
    let last = parts.count < 2 || parts[1].isEmpty ? UInt64.max : UInt64(parts[1])
    guard let first, let last, first <= last else {
      throw UsageError("option '--time' needs nanoseconds as FROM-TO, not '\(text)'")
    }
    return first...last
  }

  private func numbers<Number: FixedWidthInteger & Hashable>(
    _ name: String, as type: Number.Type
  ) throws -> Set<Number>? {
    guard let text = arguments.value(name) else { return nil }
    var numbers: Set<Number> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Number(part) else {
        throw UsageError("option '--\(name)' needs numbers with commas, not '\(text)'")
      }
      numbers.insert(number)
    }
    return numbers
  }

  private static let fieldNames: [String: SampleFields] = [
    "callchain": .callchain, "raw": .raw, "branch": .branchStack,
    "user-registers": .userRegisters, "user-stack": .userStack,
    "interrupt-registers": .interruptRegisters, "weight": [.weight, .weightStructure],
    "data-source": .dataSource, "transaction": .transaction,
    "physical-address": .physicalAddress, "cgroup": .cgroup,
    "page-sizes": [.dataPageSize, .codePageSize], "aux": .aux, "read": .read,
  ]

  /// The fields that `--fields` names.
  func fields() throws -> SampleFields {
    guard let text = arguments.value("fields") else {
      throw UsageError("option '--fields' is missing")
    }
    var fields: SampleFields = []
    for name in text.split(separator: ",") {
      guard let field = Request.fieldNames[String(name)] else {
        throw UsageError("unknown field '\(name)'")
      }
      fields.formUnion(field)
    }
    return fields
  }

  /// The build identifiers that `--add` gives.
  func buildIDs() throws -> [String: [UInt8]] {
    var identifiers: [String: [UInt8]] = [:]
    for text in arguments.values("add") {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let bytes = Request.bytes(parts[0]) else {
        throw UsageError("option '--add' needs HEX=PATH, not '\(text)'")
      }
      identifiers[String(parts[1])] = bytes
    }
    if identifiers.isEmpty { throw UsageError("option '--add' is missing") }
    return identifiers
  }

  private static func bytes(_ digits: Substring) -> [UInt8]? {
    guard !digits.isEmpty, digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    var rest = digits
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
