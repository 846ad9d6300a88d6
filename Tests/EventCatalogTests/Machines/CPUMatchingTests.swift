import EventCatalog
import TestSupport
import Testing

@Suite("Rows of lists that mean a CPU")
struct CPUMatchingTests {
  /// The table that the kernel's list of some rows has for a CPU.
  private func table(_ rows: [String], _ cpu: String, of folder: String = "x86") throws -> [String]
  {
    let kernel = ScriptedKernel()
    let lines: [String] = rows.enumerated().map { "\($0.element),v1,table\($0.offset),core" }
    kernel.addFile(
      "/arch/\(folder)/mapfile.csv",
      (["id,Version,Filename,EventType"] + lines).joined(separator: "\n"))
    let source = KernelEventsSource(root: "/arch", kernel: kernel)
    return try source.tableNames(of: #require(CPUIdentifier(parsing: cpu)))
  }

  static let rows: [String] = [
    "GenuineIntel-6-55-[01234]", "GenuineIntel-6-55-[56789ABCDEF]", "GenuineIntel-6-(1|1C|26)",
    "GenuineIntel-6-9[6C]", "AuthenticAMD-23-([12][0-9A-F]|[0-9A-F])",
    "AuthenticAMD-23-[[:xdigit:]]+",
    "AuthenticAMD-25-([245][[:xdigit:]]|[[:xdigit:]])", "AuthenticAMD-25-[[:xdigit:]]+",
  ]

  @Test(
    arguments: [
      ("GenuineIntel-6-55-4", "table0"), ("GenuineIntel-6-55-7", "table1"),
      ("GenuineIntel-6-55-B", "table1"), ("GenuineIntel-6-55", nil),
      ("GenuineIntel-6-1C-2", "table2"),
      ("GenuineIntel-6-1C", "table2"), ("GenuineIntel-6-1-2", "table2"),
      ("GenuineIntel-6-1D-2", nil),
      ("GenuineIntel-6-96-1", "table3"), ("AuthenticAMD-23-1-1", "table4"),
      ("AuthenticAMD-23-18-1", "table4"), ("AuthenticAMD-23-31-0", "table5"),
      ("AuthenticAMD-25-1-1", "table6"), ("AuthenticAMD-25-21-0", "table6"),
      ("AuthenticAMD-25-61-2", "table7"), ("AuthenticAMD-26-1-1", nil),
      ("xGenuineIntel-6-96-1", nil),
    ] as [(String, String?)])
  func `x86 rows with and without steppings`(cpu: String, expected: String?) throws {
    #expect(try table(Self.rows, cpu) == (expected.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("0x410fd0c0", ["0x00000000410fd0c0"], true), ("0x413fd0c1", ["0x00000000410fd0c0"], true),
      ("0x410fd0c1", ["0x00000000410fd0c0"], true), ("0x410fd0d0", ["0x00000000410fd0c0"], false),
      ("0x410fd034", ["0x00000000410fd030"], true), ("0x410fd0c1", ["0x00000000412fd0c0"], false),
      ("0x413fd0c0", ["0x00000000412fd0c5"], true), ("0x412fd0c4", ["0x00000000412fd0c5"], false),
      ("0x420f5160", ["0x00000000420f5160"], true), ("0x430f0af1", ["0x00000000430f0af0"], true),
      ("0x410fd0c0", ["x", "", "0x"], false),
    ] as [(String, [String], Bool)])
  func `Arm rows by the main id register`(cpu: String, rows: [String], matches: Bool) throws {
    #expect(try table(rows, cpu, of: "arm64") == (matches ? ["table0"] : []))
  }

  @Test(arguments: [
    ("0x489-0x8000000000000007-0x20181004", "0x489-0x8000000000000007-0x[[:xdigit:]]+", true),
    ("0x489-0x8000000000000007-0x0", "0x489-0x8000000000000007-0x[[:xdigit:]]+", true),
    ("0x5b7-0x0-0x0", "0x5b7-0x0-0x0", true), ("0x5b7-0x0-0x1", "0x5b7-0x0-0x0", false),
    ("0x67e-0x80000000db000090-0x1", "0x67e-0x80000000db0000[89]0-0x[[:xdigit:]]+", true),
    ("0x004e1202", "0x004e[[:xdigit:]]{4}", true),
    ("0x004b0201", "0x004[bcd][[:xdigit:]]{4}", true),
    ("0x00801200", "0x004e[[:xdigit:]]{4}", false), ("0x004e12023", "0x004e[[:xdigit:]]{4}", false),
    ("IBM,3931,704,A01,3.7,002f", "^IBM.393[12].*$", true),
    ("IBM,8561,703,T01,3.6,002f", "^IBM.856[12].*3\\.6.[[:xdigit:]]+$", true),
    ("IBM,8561,703,T01,3.5,002f", "^IBM.856[12].*3\\.6.[[:xdigit:]]+$", false),
    ("IBM,2964,701,N96,1.5,001f", "^IBM.296[45].*[13]\\.[1-5].[[:xdigit:]]+$", true),
  ])
  func `rows of other architectures`(cpu: String, row: String, matches: Bool) throws {
    #expect(try table([row], cpu, of: "other") == (matches ? ["table0"] : []))
  }

  @Test(arguments: [
    ("GenuineIntel-6-5E-3", ["SKL"]), ("GenuineIntel-6-5E", ["SKL"]),
    ("GenuineIntel-6-55-4", ["SKX"]),
    ("GenuineIntel-6-55-7", ["CLX"]), ("GenuineIntel-6-55-B", ["CLX"]), ("GenuineIntel-6-55", []),
    ("GenuineIntel-6-5", []), ("GenuineIntel-18-1-0", ["NVL/Core", "NVL/Atom", "NVL"]),
    ("GenuineIntel-6-97-2", ["ADL/Core", "ADL/Atom", "ADL"]),
    ("GenuineIntel-6-BE-0", ["ADL/gracemont_core", "ADL"]),
    ("AuthenticAMD-6-5E-3", []), ("0x410fd0c0", []),
  ])
  func `rows of the vendor's list`(cpu: String, expected: [String]) throws {
    let kernel = ScriptedKernel()
    kernel.addFile("/p/mapfile.csv", PerfmonTree.mapfile)
    let source = PerfmonSource(root: "/p", kernel: kernel)
    #expect(try source.tableNames(of: #require(CPUIdentifier(parsing: cpu))) == expected)
  }
}
