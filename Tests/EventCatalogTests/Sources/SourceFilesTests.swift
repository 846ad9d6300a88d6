import PerfEvent
import TestSupport
import Testing

@testable import EventCatalog

@Suite("Bounds of the files of sources")
struct SourceFilesTests {
  @Test func `the files of a table together`() throws {
    let kernel = ScriptedKernel()
    for name in ["a", "b", "c"] { kernel.addFile("/\(name)", "12345678") }
    let files = SourceFiles(kernel: kernel)
    var budget: Int = 20
    #expect(try files.read("/a", within: &budget).count == 8)
    #expect(try files.read("/b", within: &budget).count == 8)
    #expect(budget == 4)
    let tooMuch = EventSourceError(
      path: "/c", problem: .tooMuchTogether(limit: SourceFiles.tableLimit))
    #expect(throws: tooMuch) { try files.read("/c", within: &budget) }
    #expect(budget == 0)
    kernel.addFile("/c", "")
    #expect(throws: tooMuch) { try files.read("/c", within: &budget) }
  }

  @Test func `rows of a list of CPUs`() throws {
    let rows: [UInt8] = Array(String(repeating: "a,b,c\n", count: TableRows.lineLimit).utf8)
    #expect(try TableRows.read(rows, path: "/m").count == TableRows.lineLimit - 1)
    #expect(
      throws: EventSourceError(
        path: "/m", problem: .tooManyEntries(limit: TableRows.lineLimit))
    ) {
      try TableRows.read(rows + Array("a,b,c".utf8), path: "/m")
    }
  }

  @Test func `folders of a tree`() {
    let kernel = ScriptedKernel()
    kernel.addFile("/arch/x86/mapfile.csv", "id\n")
    for number in 0..<4096 { kernel.addFolder("/arch/x86/f\(number)") }
    let error: EventSourceError? = #expect(throws: EventSourceError.self) {
      try KernelEventsSource(root: "/arch", kernel: kernel).tableNames()
    }
    #expect(error?.problem == .tooManyEntries(limit: 4096))
  }

  @Test func `patterns of CPUs`() {
    #expect(CPUPattern(String(repeating: "a", count: 500)) != nil)
    #expect(CPUPattern(String(repeating: "a", count: 600)) == nil)
  }

  /// A kernel whose files say nothing, however long they are.
  private func blanks(_ paths: [String], of length: Int) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    let bytes = [UInt8](repeating: 0x0a, count: length)
    for path in paths { kernel.addFile(path, bytes: bytes) }
    return kernel
  }

  private func isBounded(_ warnings: [EventSourceError]) -> Bool {
    warnings.contains { $0.problem == .tooMuchTogether(limit: SourceFiles.tableLimit) }
  }

  @Test func `OProfile's tables that include one another`() throws {
    let names: [String] = (0..<10).map { "i386/t\($0)" }
    let kernel: ScriptedKernel = blanks(names.map { "/o/\($0)/unit_masks" }, of: 1 << 24)
    let includes: String = names.dropFirst().map { "include:\($0)\n" }.joined()
    for name in names { kernel.addFile("/o/\(name)/events", "") }
    kernel.addFile("/o/i386/t0/events", includes)
    let table: EventTable = try OProfileSource(root: "/o", kernel: kernel).table(named: "i386/t0")
    #expect(isBounded(table.warnings))
  }

  @Test func `LIKWID's groups of one architecture`() throws {
    let kernel: ScriptedKernel = blanks(
      (0..<10).map { "/l/groups/skylake/G\($0).txt" }, of: 1 << 24)
    let source = LIKWIDSource(root: "/l", kernel: kernel)
    #expect(isBounded(try source.table(named: "skylake").warnings))
    #expect(try source.groups(of: "skylake").count == 8)
  }

  @Test func `Arm's files of all cores`() throws {
    let kernel: ScriptedKernel = blanks((0..<10).map { "/a/pmu/c\($0).json" }, of: 1 << 24)
    let source = ArmDataSource(root: "/a", kernel: kernel)
    let error: EventSourceError? = #expect(throws: EventSourceError.self) {
      try source.tableNames(of: .arm64(midr: 0x410f_d0c0))
    }
    #expect(isBounded([error].compactMap(\.self)))
  }

  @Test func `PAPI's only file`() {
    let kernel: ScriptedKernel = blanks(["/p"], of: (1 << 24) + 1)
    let source = PAPISource(path: "/p", kernel: kernel) { _ in [] }
    #expect(throws: EventSourceError(path: "/p", problem: .tooLarge(limit: SourceFiles.limit))) {
      try source.tableNames()
    }
  }
}
