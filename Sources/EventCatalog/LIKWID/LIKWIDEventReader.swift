/// A file of events of LIKWID.
struct LIKWIDEventReader {
  let path: String
  let architecture: LIKWIDArchitecture
  var warnings = SourceWarnings()
  private(set) var lines: [LIKWIDEventLine] = []
  private var event: (name: String, code: UInt64, classes: [String], counters: [LIKWIDCounter])?
  private var options: (name: String, list: [String])?
  private var defaults: (name: String, list: [LIKWIDOption])?
  private var strangeClasses: Set<String> = []

  /// More bytes than a name or a class of counters has.
  private static let limit: Int = 2048

  /// More bytes than the name of an event has.
  private static let nameLimit: Int = 256

  init(path: String, architecture: LIKWIDArchitecture, bytes: [UInt8]) {
    self.path = path
    self.architecture = architecture
    for line in SourceLines(bytes) where !line.isComment { read(line) }
  }

  private mutating func read(_ line: SourceLine) {
    let words: [String] = line.words(limit: 6)
    guard let first = words.first else { return }
    guard first.utf8.count <= Self.limit else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("line", line.text))
      return
    }
    if first.hasPrefix("EVENT_") {
      readEvent(String(first.dropFirst(6)), words.dropFirst(), line: line)
    } else if first.hasPrefix("UMASK_") {
      readUnitMask(String(first.dropFirst(6)), words.dropFirst(), line: line)
    } else if first.hasPrefix("DEFAULT_OPTIONS_") {
      readDefaults(String(first.dropFirst(16)), words.dropFirst(), line: line)
    } else if first.hasPrefix("OPTIONS_"), words.count == 2 {
      let list: [String] = words[1].utf8.split(separator: UInt8(ascii: "|")).map {
        LIKWIDOption(String(Substring($0)))?.name ?? SourceWarnings.short(String(Substring($0)))
      }
      options = (String(first.dropFirst(8)), list)
    } else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("line", line.text))
    }
  }

  private mutating func readEvent(_ name: String, _ words: ArraySlice<String>, line: SourceLine) {
    event = nil
    options = nil
    guard words.count == 2, let number = words.first, let classText = words.last, !name.isEmpty
    else {
      warnings.add(path, .line(line.number), .malformed(expected: "a code and counters"))
      return
    }
    guard let code = OProfileReader.hexadecimal(number), number.lowercased().hasPrefix("0x") else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("code", number))
      return
    }
    let classes: [String] = classText.utf8.prefix(Self.limit * 4)
      .split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
    let known: [String] = classes.filter { LIKWIDCounter($0) != nil }
    let counters: [LIKWIDCounter] = known.compactMap(LIKWIDCounter.init)
    // The first class says the PMU; further ones are needed for no code.
    let isWhole: Bool = known.count == classes.count && classText.utf8.count <= Self.limit * 4
    if !isWhole || counters.isEmpty {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("counters", classText))
    }
    guard let first = classes.first, LIKWIDCounter(first) != nil else { return }
    event = (name, code, known, counters)
    for unit in Set(counters.compactMap { $0.pmu(of: architecture) == nil ? $0.unit : nil })
      .sorted()
    where strangeClasses.insert(unit).inserted {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("counters", unit))
    }
  }

  private mutating func readUnitMask(
    _ name: String, _ words: ArraySlice<String>, line: SourceLine
  ) {
    guard let event else {
      warnings.add(path, .line(line.number), .malformed(expected: "a line of an event"))
      return
    }
    let numbers: [UInt64] = words.compactMap(OProfileReader.hexadecimal)
    guard numbers.count == words.count, [1, 3].contains(numbers.count), !name.isEmpty else {
      warnings.add(
        path, .line(line.number),
        SourceWarnings.invalid("unit mask", words.joined(separator: " ")))
      return
    }
    var entry = LIKWIDEventLine(
      name: name, baseName: event.name, code: event.code, unitMask: numbers[0],
      classes: event.classes, counters: event.counters, defaults: [], options: [])
    if numbers.count == 3 { entry.configuration = (numbers[1], numbers[2]) }
    if let options, options.name == name { entry.options = options.list }
    // LIKWID lets defaults hold until the next ones, for every name that contains theirs.
    if let defaults, Self.contains(name, defaults.name) { entry.defaults = defaults.list }
    lines.append(entry)
  }

  /// Names of more bytes than any event has contain nothing, as each line searches anew.
  private static func contains(_ text: String, _ part: String) -> Bool {
    guard text.utf8.count <= nameLimit else { return false }
    let text: [UInt8] = Array(text.utf8)
    let part: [UInt8] = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  private mutating func readDefaults(
    _ name: String, _ words: ArraySlice<String>, line: SourceLine
  ) {
    guard let list = words.first, words.count == 1, !name.isEmpty else {
      warnings.add(path, .line(line.number), .malformed(expected: "a list of options"))
      return
    }
    var options: [LIKWIDOption] = []
    for text in list.utf8.split(separator: UInt8(ascii: ",")).map({ String(Substring($0)) }) {
      guard let option = LIKWIDOption(text) else {
        warnings.add(path, .line(line.number), SourceWarnings.invalid("option", text))
        return
      }
      options.append(option)
    }
    defaults = (name, options)
  }
}
