import EventCatalog
import Testing

@Suite("Given events of LIKWID", .enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
struct LIKWIDGivenTests {
  @Test func `tables have as many events as their files`() throws {
    let source: LIKWIDSource = GivenToolFiles.likwid
    let names: [String] = try source.tableNames()
    #expect(!names.isEmpty)
    for name in names {
      let lines: [String] = try GivenToolFiles.lines("\(source.root)/perfmon_\(name)_events.txt")
      let table: EventTable = try source.table(named: name)
      #expect(table.events.count == lines.count { $0.hasPrefix("UMASK_") }, "\(name)")
      #expect(!table.events.isEmpty, "\(name)")
    }
  }

  @Test(.enabled(if: PythonReader.isThere, PythonReader.reason))
  func `encodings are those of an independent reader`() throws {
    let source: LIKWIDSource = GivenToolFiles.likwid
    for name in try source.tableNames() {
      let path: String = "\(source.root)/perfmon_\(name)_events.txt"
      let rows: [[String]] = try PythonReader.rows(of: Self.script, path)
      let table: EventTable = try source.table(named: name)
      #expect(table.events.map(\.name) == rows.map { $0[0] })
      for (event, row) in zip(table.events, rows) where row[2] != "?" && event.unit.isCore {
        #expect(event.constraints.classes == row[1].split(separator: "|").map(String.init))
        #expect(event.words.map { "\($0.config)" } == row[2], "\(event.name)")
      }
    }
  }

  @Test func `names of the given table of aliases have the codes it says`() throws {
    let source: LIKWIDSource = GivenToolFiles.likwid
    let names: [String] = try source.tableNames()
    var count: Int = 0
    for row in try AliasSample.rows(of: .likwid) {
      let name: String =
        row.microarchitecture == "power(skylake)" ? "skylake" : row.microarchitecture
      guard names.contains(name) else { continue }
      let event: EventDefinition? = try source.table(named: name).events.first {
        $0.name == row.name
      }
      #expect(event?.words?.config == row.words?.config, "\(row)")
      count += 1
    }
    #expect(count > 0)
  }

  static let script: String = """
    import re, sys
    amd = re.search("zen|k8|k10|interlagos|kabini", sys.argv[1])
    options, key, event = {}, None, None
    for line in open(sys.argv[1], errors="replace"):
        words = line.split()
        if not words or words[0].startswith("#"): continue
        if words[0].startswith("EVENT_"): event = words
        elif words[0].startswith("DEFAULT_OPTIONS_"):
            key = words[0][16:]
            options = dict(o[13:].split("=") for o in words[1].split(","))
        elif words[0].startswith("UMASK_"):
            name, code, mask = words[0][6:], int(event[1], 16), int(words[1], 16)
            config = "?"
            if event[2].startswith("PMC"):
                config = code & 0xff | (code >> 8) << 32 | mask << 8
                if key and key in name:
                    config |= int(options.get("THRESHOLD", "0"), 0) << 24
                    config |= int(options.get("EDGE", "0"), 0) << 18
                    config |= int(options.get("INVERT", "0"), 0) << 23
                    config |= int(options.get("ANYTHREAD", "0"), 0) << 21
            elif not amd and event[2].startswith("FIXC"):
                config = [0xc0, 0x3c, 0x300, 0x400][int(event[2][4])]
            print(name, event[2], config, sep="\\t")
    """
}
