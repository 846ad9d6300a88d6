import EventCatalog
import Foundation
import Testing

@Suite("Tables of the kernel's files for a CPU")
struct KernelMapfileTests {
  @Test(
    .enabled(if: EventFolders.root != nil, EventFolders.reason),
    arguments: EventFolders.files("mapfile_cases_", ".csv"))
  func `every given CPU has the table that perf takes`(file: GoldenFile) throws {
    let source = KernelEventsSource(root: "\(file.tree)/arch/\(file.table)")
    let text: String = try String(contentsOfFile: file.path, encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let columns: [Substring] = line.split(separator: ",", omittingEmptySubsequences: false)
      let cpu: CPUIdentifier = try #require(CPUIdentifier(parsing: String(columns[0])))
      let expected: [String] = columns[1].isEmpty ? [] : [String(columns[1])]
      #expect(try source.tableNames(of: cpu) == expected, "\(columns[0])")
    }
  }
}
