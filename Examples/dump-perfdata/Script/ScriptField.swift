import CommandLineSupport

/// A field of the lines that `perf script` prints, by perf's own name.
enum ScriptField: String, CaseIterable {
  case comm, pid, tid, cpu, misc, time, event, period, ip, addr, trace, weight
  case instructionLatency = "ins_lat"
  case physicalAddress = "phys_addr"
  case dataPageSize = "data_page_size"
  case codePageSize = "code_page_size"
  case branches = "brstack"

  /// The fields that are shown unless told otherwise.
  static let standard: Set<ScriptField> = [
    .comm, .pid, .tid, .cpu, .time, .event, .period, .ip, .trace,
  ]

  /// Reads a list such as `comm,pid,time`.
  static func list(_ text: String) throws -> Set<ScriptField> {
    var fields: Set<ScriptField> = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = ScriptField(rawValue: String(name)) else {
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("unknown field '\(name)'; there are: \(known)")
      }
      fields.insert(field)
    }
    return fields
  }
}
