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
}
