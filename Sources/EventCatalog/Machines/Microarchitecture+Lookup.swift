extension Microarchitecture {
  /// Every microarchitecture that is known.
  public static let all: [Microarchitecture] = texts.flatMap(\.microarchitectures)

  /// The tables of all vendors.
  static let texts: [MicroarchitectureText] = intel + amd + arm + others

  /// Returns the microarchitectures of a CPU's cores.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: One per kind of core, that of the fastest first; none if the CPU is
  ///   not known.
  public static func of(cpu: CPUIdentifier) -> [Microarchitecture] {
    all.filter { microarchitecture in
      microarchitecture.cpus.contains { $0.matches(cpu) }
    }
  }

  /// Returns the microarchitectures that any of the tools calls by a name.
  ///
  /// The name can be the canonical one, the kernel's folder, perfmon's, a PMU of
  /// libpfm4, OProfile's type of CPU, LIKWID's architecture, or that of a chip with
  /// these cores; letters may be of either case.
  ///
  /// - Parameter name: The name.
  /// - Returns: The one whose own name it is; else all that some tool calls so, such as
  ///   the two kinds of cores of `alderlake`; none if no tool has the name.
  public static func named(_ name: String) -> [Microarchitecture] {
    let word: String = name.lowercased()
    return byName[word] ?? bySpelling[word] ?? []
  }

  /// Returns names of microarchitectures that are like a wrong one.
  ///
  /// - Parameter name: A name that no microarchitecture has.
  /// - Returns: The nearest names, none if no name is near.
  public static func names(near name: String) -> [String] {
    NearestNames.of(name, among: all.map(\.name) + all.flatMap(\.otherNames))
  }

  /// Returns the microarchitectures that a table of a source is about.
  ///
  /// - Parameters:
  ///   - name: The name of the table as the source spells it. What stands before its
  ///     last slashes may be missing.
  ///   - source: The kind of source.
  /// - Returns: The microarchitectures, none if the table is not about cores.
  public static func described(
    by name: String, of source: EventSourceKind
  ) -> [Microarchitecture] {
    let word: String = name.lowercased()
    let places: [Int] = byTable[Table(source: source, lastPart: Self.lastPart(of: word))] ?? []
    return places.map { all[$0] }.filter { $0.tables.isNamed(word, in: source) }
  }

  /// The last part of a table's name, in which two names of one table are always equal.
  private struct Table: Hashable {
    var source: EventSourceKind
    var lastPart: String
  }

  private static func lastPart(of name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[name.utf8.index(after: $0)...]) }
      ?? name
  }

  private static let byTable: [Table: [Int]] = {
    var found: [Table: [Int]] = [:]
    for (place, microarchitecture) in all.enumerated() {
      for source in EventSourceKind.allCases {
        for name in microarchitecture.tables.names(in: source) {
          let table = Table(source: source, lastPart: lastPart(of: name.lowercased()))
          if found[table]?.last != place { found[table, default: []].append(place) }
        }
      }
    }
    return found
  }()

  private static let byName: [String: [Microarchitecture]] = Dictionary(
    all.map { ($0.name, [$0]) }, uniquingKeysWith: { first, _ in first })

  private static let bySpelling: [String: [Microarchitecture]] = {
    var found: [String: [Microarchitecture]] = [:]
    for microarchitecture in all {
      for spelling in microarchitecture.spellings {
        found[spelling, default: []].append(microarchitecture)
      }
    }
    return found
  }()

  /// Every name of any tool in lower case.
  private var spellings: Set<String> {
    var words: Set<String> = Set(otherNames)
    for source in EventSourceKind.allCases {
      for table in tables.names(in: source) {
        let word: String = table.lowercased()
        words.insert(word)
        // The last part alone is what people say: `amdzen3`, `skylake`, `neoverse-n1`.
        if source == .kernelEvents || source == .oprofile,
          let last = word.split(separator: "/").last
        {
          words.insert(String(last))
        }
      }
    }
    return words
  }
}

extension MicroarchitectureTables {
  /// Whether a table of a source has this name, in lower case, with or without folders.
  func isNamed(_ word: String, in source: EventSourceKind) -> Bool {
    names(in: source).contains { name in
      let own: String = name.lowercased()
      return own == word || own.hasSuffix("/" + word) || word.hasSuffix("/" + own)
    }
  }
}
