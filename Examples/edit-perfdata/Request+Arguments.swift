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
    filter.times = try arguments.window("time")
    filter.processes = try identifiers("pid")
    filter.threads = try identifiers("tid")
    filter.cpus = try arguments.numbers("cpu")
    filter.removesUnusedEvents = arguments.has("drop-events")
    for name in arguments.values("event") {
      let found = file.events.indices.filter { file.events[$0].name == name }
      guard !found.isEmpty else {
        let names = file.events.map(\.name).joined(separator: ", ")
        throw UsageError("the recording has no event '\(name)'; there are: \(names)")
      }
      filter.events = (filter.events ?? []).union(found)
    }
    return filter
  }

  /// The numbers of processes or threads, of which -1 stands for those that are unknown.
  private func identifiers(_ name: String) throws -> Set<Int32>? {
    guard let text = arguments.value(name) else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int32($0) }
    guard numbers.count == parts.count else {
      throw UsageError("option '--\(name)' needs numbers with commas, not '\(text)'")
    }
    return Set(numbers)
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
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = Request.fieldNames[String(name)] else {
        let names = Request.fieldNames.keys.sorted().joined(separator: ", ")
        throw UsageError("unknown field '\(name)'; there are: \(names)")
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
