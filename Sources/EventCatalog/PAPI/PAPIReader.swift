internal import PerfEvent

/// The blocks of a file of presets.
struct PAPIReader {
  let path: String
  /// What is wrong before the first CPU.
  private var warnings = SourceWarnings()
  /// The blocks in their order.
  private var blocks: [Block] = []
  /// The blocks of each CPU, by its name in lower case.
  private var blocksOfCPU: [String: [Int]] = [:]
  /// How each CPU's name is spelled, in lower case if it is somewhere.
  private var spellings: [String: String] = [:]

  /// The presets that some CPUs share.
  private struct Block {
    var presets: [PAPIPreset] = []
    var warnings = SourceWarnings()
  }

  /// Reads the names of all CPUs, and the presets of those blocks that one of them has.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - files: What reads it.
  ///   - cpu: The CPU, in letters of either case; nil reads names only.
  /// - Throws: What cannot be read.
  init(path: String, files: SourceFiles, cpu: String?) throws(EventSourceError) {
    self.path = path
    let wanted: String? = cpu?.lowercased()
    var cpus: [String] = []
    var isBlockOpen: Bool = false
    // What stands before the first CPU belongs to every table.
    var isWanted: Bool = wanted != nil
    var budget: Int = SourceFiles.tableLimit
    for line in SourceLines(try files.read(path, within: &budget)) where !line.isComment {
      if PAPIFields.isOfCPU(line), let name = PAPIFields.split(line).dropFirst().first,
        !name.isEmpty
      {
        // CPUs on consecutive lines share what follows.
        if isBlockOpen { cpus = [] }
        isBlockOpen = false
        cpus.append(name)
        continue
      }
      if !isBlockOpen, !cpus.isEmpty {
        open(cpus)
        isBlockOpen = true
        isWanted = cpus.contains { $0.lowercased() == wanted }
      }
      if isWanted { readPreset(PAPIFields.split(line), line: line, isBlockOpen: isBlockOpen) }
    }
    // A CPU without a preset is still a table.
    if !isBlockOpen { open(cpus) }
  }

  /// The names of all CPUs, sorted.
  var names: [String] { spellings.values.sorted() }

  /// How the file spells a CPU's name, nil if it has none such.
  func spelling(of name: String) -> String? { spellings[name.lowercased()] }

  private mutating func open(_ cpus: [String]) {
    for cpu in cpus {
      let key: String = cpu.lowercased()
      if spellings[key] == nil || cpu == key { spellings[key] = cpu }
      if blocksOfCPU[key]?.last != blocks.count {
        blocksOfCPU[key, default: []].append(blocks.count)
      }
    }
    blocks.append(Block())
  }

  /// Reads a line that is none of a CPU into the open block.
  private mutating func readPreset(_ fields: [String], line: SourceLine, isBlockOpen: Bool) {
    do throws(EventSourceError) {
      let preset: PAPIPreset = try preset(fields, line: line, isBlockOpen: isBlockOpen)
      guard isBlockOpen else { throw error(.missingField("CPU"), line) }
      blocks[blocks.count - 1].presets.append(preset)
    } catch {
      add(warning: error, isBlockOpen: isBlockOpen)
    }
  }

  private mutating func add(warning: EventSourceError, isBlockOpen: Bool) {
    if isBlockOpen {
      blocks[blocks.count - 1].warnings.add(warning)
    } else {
      warnings.add(warning)
    }
  }

  private func error(_ problem: EventSourceProblem, _ line: SourceLine) -> EventSourceError {
    EventSourceError(path: path, place: .line(line.number), problem: problem)
  }

  private mutating func preset(
    _ fields: [String], line: SourceLine, isBlockOpen: Bool
  ) throws(EventSourceError) -> PAPIPreset {
    let tag: String = fields.first?.uppercased() ?? ""
    guard tag == "PRESET" || tag == "EVENT" else {
      throw error(SourceWarnings.invalid("line", line.text), line)
    }
    guard fields.count > 3 else {
      throw error(.missingField(["name", "derivation", "event"][fields.count - 1]), line)
    }
    guard !fields[1].isEmpty else { throw error(.missingField("name"), line) }
    guard let derivation = PAPIDerivation(rawValue: fields[2].uppercased()) else {
      throw error(SourceWarnings.invalid("derivation", fields[2]), line)
    }
    var preset = PAPIPreset(
      name: fields[1], derivation: derivation, formula: "", natives: [],
      isUserDefined: tag == "EVENT", line: line.number)
    var rest: ArraySlice<String> = fields[3...]
    if derivation.hasFormula { preset.formula = rest.removeFirst() }
    while let field = rest.popFirst() {
      let text: String = field.uppercased()
      guard ["NOTE", "LDESC", "SDESC"].contains(text) else {
        // Quotation marks can hold nothing.
        guard !field.isEmpty else { throw error(.missingField("event"), line) }
        preset.natives.append(field)
        continue
      }
      guard let description = rest.popFirst() else {
        // The preset needs no description.
        add(warning: error(.missingField(text), line), isBlockOpen: isBlockOpen)
        break
      }
      if text == "SDESC" { preset.brief = description } else { preset.details = description }
    }
    guard (1...Self.nativeLimit).contains(preset.natives.count) else {
      throw error(.missingField("1 to \(Self.nativeLimit) events"), line)
    }
    return preset
  }

  /// More events than a preset has; PAPI takes 12, its own file has up to 18.
  private static let nativeLimit: Int = 64

  /// The presets of a CPU, the last definition of each.
  func table(named name: String) -> EventTable? {
    guard let spelling = spelling(of: name) else { return nil }
    var order: [String] = []
    var presets: [String: PAPIPreset] = [:]
    var all: SourceWarnings = warnings
    for block in blocksOfCPU[name.lowercased()] ?? [] {
      all.add(contentsOf: blocks[block].warnings.all)
      for preset in blocks[block].presets {
        let earlier: PAPIPreset? = presets.updateValue(preset, forKey: preset.name)
        if earlier == nil { order.append(preset.name) }
      }
    }
    var expansion = PAPIExpansion(path: path, presets: presets)
    let metrics: [MetricDefinition] = order.compactMap { expansion.metric(named: $0) }
    all.add(contentsOf: expansion.warnings.all)
    return EventTable(name: spelling, metrics: metrics, warnings: all.all)
  }
}
