import EventCatalog
import Testing

@Suite("Given presets of PAPI", .enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
struct PAPIGivenTests {
  @Test func `every table is read, and no more is wrong than presets that do not exist`() throws {
    #expect(!GivenToolFiles.papiFiles.isEmpty)
    for path in GivenToolFiles.papiFiles {
      let source: PAPISource = GivenToolFiles.papi(path)
      let names: [String] = try source.tableNames()
      #expect(names == names.sorted() && names.count > 100)
      for name in names {
        let table: EventTable = try source.table(named: name)
        #expect(table.name == name)
        #expect(
          table.warnings.allSatisfy {
            if case .danglingReference(let name) = $0.problem {
              name.hasPrefix("PAPI_")
            } else {
              false
            }
          })
        #expect(table.warnings.count < 3)
        #expect(table.metrics.allSatisfy { !$0.operands.isEmpty && $0.language == .postfix })
        #expect(Set(table.metrics.map(\.name)).count == table.metrics.count)
        for metric in table.metrics {
          #expect(throws: Never.self, "\(metric.name)") { try metric.expression() }
        }
        for metric in table.metrics where metric.name.hasPrefix("PAPI_") {
          #expect(!metric.brief.isEmpty, "\(metric.name)")
        }
      }
    }
  }

  @Test(.enabled(if: PythonReader.isThere, PythonReader.reason))
  func `presets are those of an independent reader`() throws {
    for path in GivenToolFiles.papiFiles {
      let source: PAPISource = GivenToolFiles.papi(path)
      var found: Set<[String]> = []
      for name in try source.tableNames() {
        for metric in try source.table(named: name).metrics {
          found.insert(
            [
              name.lowercased(), metric.name, metric.formula,
              metric.operands.map(\.value).joined(separator: ","),
            ])
        }
      }
      let rows: [[String]] = try PythonReader.rows(of: Self.script, path)
      #expect(found.subtracting(rows) == [])
      #expect(Set(rows).subtracting(found) == [])
      #expect(rows.count > 1500)
    }
  }

  @Test func `names of the given table of aliases have the events it says`() throws {
    var count: Int = 0
    var differing: [String] = []
    for path in GivenToolFiles.papiFiles {
      let source: PAPISource = GivenToolFiles.papi(path)
      for row in try AliasSample.rows(of: .papi)
      where AliasSampleTests.knownDifferences[row.description] == nil {
        let cores: Microarchitecture = try #require(AliasSample.cores(of: row), "\(row)")
        guard let table = try cores.tableNames(in: source).first else { continue }
        let preset: MetricDefinition? = try source.table(named: table).metrics.first {
          $0.name == row.preset?.name
        }
        let natives: [String] = (preset?.operands ?? []).map {
          AliasSampleRow.withoutPMU($0.value)
        }
        count += 1
        if natives != row.natives { differing.append("\(row) has \(natives)") }
      }
    }
    #expect(count > 0)
    #expect(differing == [])
  }

  static let script: String = """
    import csv, sys
    order = {}
    cpus, started = [], True
    lines = [l for l in open(sys.argv[1], errors="replace") if l.strip() and l.lstrip()[0] != "#"]
    for row in csv.reader(lines, skipinitialspace=True):
        row = [field.strip() for field in row if field.strip()]
        if row[0] == "CPU":
            if started: cpus, started = [], False
            cpus.append(row[1].lower())
            order.setdefault(row[1].lower(), {})
            continue
        started = True
        rest = row[3:]
        for tag in ("NOTE", "LDESC", "SDESC"):
            if tag in rest: rest = rest[:rest.index(tag)]
        kind = row[2]
        formula = [p for p in rest.pop(0).split("|") if p] if kind == "DERIVED_POSTFIX" else ["N0"]
        if kind in ("DERIVED_ADD", "DERIVED_SUB"):
            for index in range(1, len(rest)): formula += [f"N{index}", "+-"[kind == "DERIVED_SUB"]]
        for cpu in cpus: order[cpu][row[1]] = (formula, rest)
    def expand(presets, name):
        formula, natives = presets[name]
        names, inner = [], []
        def place(native):
            if native not in names: names.append(native)
            return names.index(native)
        for native in natives:
            if native in presets:
                f, n = expand(presets, native)
                moved = [place(x) for x in n]
                inner.append([f"N{moved[int(p[1:])]}" if p[0] == "N" else p for p in f])
            else:
                inner.append([f"N{place(native)}"])
        out = []
        for part in formula: out += inner[int(part[1:])] if part[0] == "N" else [part]
        return out, names
    for cpu, presets in order.items():
        for name in presets:
            formula, natives = expand(presets, name)
            print(cpu, name, "|".join(formula) + "|", ",".join(natives), sep="\\t")
    """
}
