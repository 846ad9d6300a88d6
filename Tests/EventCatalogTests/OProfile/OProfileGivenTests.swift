import EventCatalog
import Foundation
import Testing

@Suite(
  "Given events of OProfile", .enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
struct OProfileGivenTests {
  @Test func `tables have the events of their files and of those that these include`() throws {
    let source: OProfileSource = GivenToolFiles.oprofile
    for name in try source.tableNames() {
      let lines: [String] = try eventLines("\(source.root)/\(name)")
      let names: [Substring] = lines.compactMap { line in
        line.split { $0 == " " || $0 == "\t" }.first { $0.hasPrefix("name:") }?.dropFirst(5)
      }
      try #require(names.count == lines.count, "\(name)")
      let events: [EventDefinition] = try source.table(named: name).events
      #expect(
        events.filter { $0.baseName == nil }.map(\.name).sorted()
          == names.map(String.init).sorted(),
        "\(name)")
    }
  }

  /// The lines of events of a folder, with those of the folders that it includes.
  private func eventLines(_ folder: String) throws -> [String] {
    try GivenToolFiles.lines(folder + "/events").flatMap { line -> [String] in
      if line.hasPrefix("event:") { return [line] }
      guard line.hasPrefix("include:") else { return [] }
      let included: String = line.dropFirst(8).trimmingCharacters(in: .whitespaces)
      return try eventLines("\(GivenToolFiles.oprofile.root)/\(included)")
    }
  }

  @Test func `every table is read without a warning`() throws {
    let source: OProfileSource = GivenToolFiles.oprofile
    let names: [String] = try source.tableNames()
    #expect(names == names.sorted() && !names.isEmpty)
    for name in names {
      let table: EventTable = try source.table(named: name)
      #expect(table.warnings == [])
      #expect(!table.events.isEmpty)
      #expect(table.events.allSatisfy { $0.provenance.source == .oprofile })
    }
  }

  @Test(.enabled(if: PythonReader.isThere, PythonReader.reason))
  func `encodings are those of an independent reader`() throws {
    let source: OProfileSource = GivenToolFiles.oprofile
    for name in try source.tableNames() where name.hasPrefix("i386/") || name.hasPrefix("x86-64/") {
      let rows: [[String]] = try PythonReader.rows(of: Self.script, source.root, name)
      let expected = Set(rows)
      let found: Set<[String]> = Set(
        try source.table(named: name).events.map { event -> [String] in
          let minimum: Substring? = event.constraints.remark.split(separator: " ")
            .first { $0.hasPrefix("minimum:") }
          return [
            event.name, event.words.map { String($0.config) } ?? "none",
            String(minimum?.dropFirst(8) ?? "0"),
          ]
        })
      #expect(found.subtracting(expected) == [])
      #expect(expected.subtracting(found) == [])
      #expect(rows.count > 10)
    }
  }

  @Test func `names of the given table of aliases have the codes it says`() throws {
    let source: OProfileSource = GivenToolFiles.oprofile
    let names: [String] = try source.tableNames()
    var count: Int = 0
    for row in try AliasSample.rows(of: .oprofile) {
      let suffix: String = row.microarchitecture
      guard let name = names.first(where: { $0.hasSuffix("/\(suffix)") }) else { continue }
      let table: EventTable = try source.table(named: name)
      let event: EventDefinition? = table.events.first {
        $0.name == row.name || $0.otherNames.contains(row.name)
      }
      #expect(event?.words?.config == row.words?.config, "\(row)")
      count += 1
    }
    #expect(count > 0)
  }

  static let script: String = """
    import re, sys
    root, table = sys.argv[1:]
    masks, events, seen = {}, [], set()
    def read(kind, table):
        path = f"{root}/{table}/{kind}"
        if path in seen: return
        seen.add(path)
        head = None
        for line in open(path, errors="replace"):
            if not line.strip() or line.lstrip().startswith("#"): continue
            include = re.match(r"include:(\\S+)", line)
            if include:
                read("unit_masks", include[1])
                if kind == "events": read("events", include[1])
            elif kind == "unit_masks" and line[0] in " \\t":
                number, extra, name = re.match(
                    r"\\s*0x([0-9a-fA-F]+)(?:\\s+extra:(\\S*)\\s+(\\S+))?", line).groups()
                bits = 0
                for item in (extra or "").split(","):
                    if item.startswith("cmask="): bits |= int(item[6:], 16) << 24
                    bits |= {"edge": 1 << 18, "any": 1 << 21, "inv": 1 << 23}.get(item, 0)
                head[2].append((int(number, 16), bits, name))
            elif kind == "unit_masks":
                tags = dict(word.split(":", 1) for word in line.split())
                head = [tags["type"], tags["default"], []]
                masks.setdefault(tags["name"], head)
            else:
                code = int(re.search(r"event:0x([0-9a-fA-F]+)", line)[1], 16)
                name = re.search(r"name:(\\S+)", line)[1]
                minimum = re.search(r"minimum:(\\d+)", line)
                events.append((code, name, re.search(r"um:(\\S+)", line)[1].split(","),
                               int(minimum[1]) if minimum else 0, "ext:" in line))
    read("unit_masks", table)
    read("events", table)
    for code, name, um, minimum, extended in events:
        def show(name, mask, bits):
            config = code & 0xff | (code >> 8) << 32 | mask << 8 | bits
            print(name, "none" if extended else config, minimum, sep="\\t")
        entries = [entry for one in um for entry in masks[one][2]]
        default = masks[um[0]][1]
        if default.lower().startswith("0x"):
            value = 0
            for one in um: value |= int(masks[one][1], 16)
            bits = next((entry[1] for entry in entries if entry[0] == value), 0)
        else:
            value, bits = next((e[0], e[1]) for e in entries if e[2] == default)
        show(name, value, bits)
        for value, bits, mask in entries:
            show(f"{name}:{mask or hex(value)}", value, bits)
    """
}
