import EventCatalog
import Foundation
import Testing

/// A row of the given table of names of the same event.
struct AliasSampleRow: Sendable {
  var canonical: String
  var microarchitecture: String
  var source: EventSourceKind
  /// The name without notes.
  var name: String
  /// The notes behind the name.
  var note: String
  var words: EventWords?
  var relation: String

  /// The name of the preset and what it is made of, where the row is one of PAPI's.
  var preset: (name: String, parts: [String])? {
    guard source == .papi, let equals = name.firstIndex(of: "=") else { return nil }
    let parts: [String] = name[name.index(after: equals)...].split(separator: ",").map(String.init)
    return (String(name[..<equals]), parts)
  }

  /// What a preset is made of, without the PMUs, which files of PAPI name or not.
  var natives: [String] {
    (preset?.parts ?? []).filter {
      !$0.hasPrefix("DERIVED_") && !$0.contains("|") && $0 != "NOT_DERIVED"
    }.map(Self.withoutPMU)
  }

  static func withoutPMU(_ name: String) -> String {
    name.range(of: "::").map { String(name[$0.upperBound...]) } ?? name
  }
}

extension AliasSampleRow: CustomStringConvertible {
  var description: String { "\(canonical) on \(microarchitecture): \(source.rawValue) \(name)" }
}

/// The given table, and what the sources at hand say of its microarchitectures.
enum AliasSample {
  static let path: String? = GivenToolFiles.folder.map { $0 + "/aliases-sample.csv" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

  /// The rows, of all sources or of one.
  static func rows(of wanted: EventSourceKind? = nil) throws -> [AliasSampleRow] {
    guard let path else { return [] }
    let lines: [[String]] = try GivenToolFiles.lines(path).map(fields)
    return try lines.dropFirst().compactMap { fields in
      try #require(fields.count >= 7, "\(fields)")
      let source: EventSourceKind = try #require(sources[fields[2]], "\(fields)")
      guard wanted == nil || wanted == source else { return nil }
      let (name, note) = parted(fields[3])
      let config: UInt64? = UInt64(fields[4].dropFirst(2), radix: 16)
      let config1: UInt64 = UInt64(fields[5].dropFirst(2), radix: 16) ?? 0
      return AliasSampleRow(
        canonical: fields[0], microarchitecture: fields[1], source: source, name: name,
        note: note, words: config.map { EventWords(config: $0, config1: config1) },
        relation: fields[6])
    }
  }

  private static let sources: [String: EventSourceKind] = [
    "perf-generic": .generic, "perf-json": .kernelEvents, "perfmon": .perfmon,
    "libpfm4": .libpfm4, "papi": .papi, "oprofile": .oprofile, "likwid": .likwid,
  ]

  /// A name and the note in brackets behind it.
  private static func parted(_ text: String) -> (String, String) {
    for opening in [" (", " ["] {
      if let range = text.range(of: opening) {
        return (String(text[..<range.lowerBound]), String(text[range.lowerBound...]))
      }
    }
    return (text, "")
  }

  private static func fields(_ line: String) -> [String] {
    var fields: [String] = [""]
    var isQuoted: Bool = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// All sources at hand.
  static func givenSources() -> [any EventSource] {
    var sources: [any EventSource] = []
    sources += EventFolders.kernelTrees.map { KernelEventsSource(root: $0) }
    sources += EventFolders.perfmonFolders.map { PerfmonSource(root: $0) }
    if let library = try? LibpfmSource() { sources.append(library) }
    sources += GivenToolFiles.papiFiles.map { GivenToolFiles.papi($0) }
    sources.append(GivenToolFiles.oprofile)
    sources.append(GivenToolFiles.likwid)
    return sources
  }

  /// The tables of a microarchitecture in all sources; files that are not given are none.
  static func tables(
    of microarchitecture: Microarchitecture, in sources: [any EventSource]
  ) -> [EventTable] {
    sources.flatMap { source in
      ((try? microarchitecture.tableNames(in: source)) ?? []).compactMap {
        try? source.table(named: $0)
      }
    }
  }
}

extension AliasSample {
  /// The microarchitecture of a row.
  ///
  /// What belongs to no cores is looked for where all sources are at hand.
  static func cores(of row: AliasSampleRow) -> Microarchitecture? {
    let belongsToCores: Bool =
      !row.microarchitecture.hasPrefix("software") && !row.microarchitecture.hasPrefix("power")
    return Microarchitecture.named(belongsToCores ? row.microarchitecture : "skylake").first
  }
}
