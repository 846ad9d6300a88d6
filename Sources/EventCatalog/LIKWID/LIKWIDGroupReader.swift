/// A file of a group of LIKWID.
struct LIKWIDGroupReader {
  let path: String
  var group: LIKWIDGroup
  var warnings = SourceWarnings()
  private var section: Section = .none
  private var details: [String] = []
  private var counters: Set<String> = []

  private enum Section {
    case none
    case events
    case metrics
    case details
  }

  /// What formulas may name besides counters.
  static let constants: Set<String> = [
    "time", "inverseClock", "num_numadomains", "num_sockets",
  ]

  init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.group = LIKWIDGroup(name: name)
    var metrics: [(line: Int, names: [String])] = []
    for line in SourceLines(bytes) {
      if section == .details {
        details.append(line.text)
      } else if !line.isComment, let names = read(line) {
        metrics.append((line.number, names))
      }
    }
    group.details = Self.joined(details)
    for (number, names) in metrics {
      for name in names
      where !Self.constants.contains(name)
        && !counters.contains(LIKWIDFormulaNames.counter(of: name))
      {
        warnings.add(path, .line(number), .danglingReference(SourceWarnings.short(name)))
      }
    }
    if group.events.isEmpty { warnings.add(path, nil, .missingField("EVENTSET")) }
  }

  /// Reads a line, and returns the names in the formula of a metric.
  private mutating func read(_ line: SourceLine) -> [String]? {
    let words: [String] = line.words(limit: 2)
    switch words.first {
    case "SHORT": group.brief = words.count > 1 ? words[1] : ""
    case "REQUIRE_NOHT": group.requiresNoSMT = true
    case "EVENTSET" where words.count == 1: section = .events
    case "METRICS" where words.count == 1: section = .metrics
    case "LONG" where words.count == 1: section = .details
    default:
      switch section {
      case .events: readEvent(line)
      case .metrics: return readMetric(line)
      case .none, .details:
        warnings.add(path, .line(line.number), SourceWarnings.invalid("line", line.text))
      }
    }
    return nil
  }

  private mutating func readEvent(_ line: SourceLine) {
    let words: [String] = line.words(limit: 3)
    guard words.count == 2 else {
      warnings.add(path, .line(line.number), .malformed(expected: "a counter and an event"))
      return
    }
    let counter: [String] = Self.parts(words[0])
    let event: [String] = Self.parts(words[1])
    let options: [String] = Array(counter.dropFirst() + event.dropFirst())
    guard LIKWIDCounter(counter[0]) != nil, !event[0].isEmpty,
      options.allSatisfy({ LIKWIDOption($0) != nil })
    else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("event", line.text))
      return
    }
    counters.insert(counter[0])
    group.events.append(
      LIKWIDGroup.Assignment(counter: counter[0], event: event[0], options: options))
  }

  private static func parts(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// The formula is what stands behind the last blank.
  private mutating func readMetric(_ line: SourceLine) -> [String]? {
    let bytes: ArraySlice<UInt8> = line.trimmed
    guard let blank = bytes.lastIndex(where: \.isBlank) else {
      warnings.add(path, .line(line.number), .malformed(expected: "a name and a formula"))
      return nil
    }
    let formula = String(decoding: bytes[(blank + 1)...], as: UTF8.self)
    guard let names = LIKWIDFormulaNames.names(in: formula) else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("formula", formula))
      return nil
    }
    let title: ArraySlice<UInt8> = bytes[..<blank].trimmed
    var metric = LIKWIDGroup.Metric(
      name: String(decoding: title, as: UTF8.self), unitName: "", formula: formula)
    if title.last == UInt8(ascii: "]"), let open = title.lastIndex(of: UInt8(ascii: "[")),
      open > title.startIndex
    {
      let name: ArraySlice<UInt8> = title[..<open].trimmed
      metric.name = String(decoding: name, as: UTF8.self)
      metric.unitName = String(decoding: title[(open + 1)...].dropLast(), as: UTF8.self)
    }
    group.metrics.append(metric)
    return names
  }

  /// The lines of a text without empty ones at both ends.
  private static func joined(_ lines: [String]) -> String {
    let isEmpty: (String) -> Bool = { $0.utf8.allSatisfy(\.isBlank) }
    guard let first = lines.firstIndex(where: { !isEmpty($0) }),
      let last = lines.lastIndex(where: { !isEmpty($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
