import Foundation
import PerfEvent
import Testing

@testable import EventCatalog

/// Encodings that were computed with libpfm4 elsewhere.
@Suite("Given encodings of libpfm4")
struct LibpfmGivenTests {
  static let files: [String] = {
    guard let root = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"] else { return [] }
    let folder = root + "/events/libpfm4"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().map { "\(folder)/\($0)" }
  }()

  @Test(
    .enabled(if: !files.isEmpty, "PERF_EVENTS_SHARED names no folder with events/libpfm4"),
    arguments: files)
  func `every row is what the encoder says`(path: String) throws {
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(rows.first)
    let column = Dictionary(
      uniqueKeysWithValues: zip(header, header.indices))
    let encoder = try LibpfmEncoder()
    guard path.contains(encoder.catalog.version) else {
      try Test.cancel("libpfm4 is of version \(encoder.catalog.version)")
    }
    for row in rows.dropFirst() {
      let field = { (name: String) in column[name].flatMap { $0 < row.count ? row[$0] : nil } }
      let query = try #require(field("query"))
      do {
        let encoding = try encoder.encode(query)
        #expect(encoding.words.config == number(field("config")), "\(query)")
        #expect(encoding.words.config1 == number(field("config1")), "\(query)")
        #expect(encoding.words.config2 == number(field("config2")), "\(query)")
        let corrected = encoding.remarks.contains { remark in
          if case .qualifiedName(let name) = remark { name == field("fstr") } else { false }
        }
        #expect(encoding.qualifiedName == field("fstr") || corrected, "\(query)")
        let type = number(field("type"))
        let isAbsent = encoding.remarks.contains(
          .typeOfAbsentPMU(EventType(rawValue: UInt32(type ?? 0))))
        // The number of a PMU outside of the cores is that of the machine.
        if encoding.unit.name != "power" || encoding.type == nil {
          #expect(encoding.type.map { UInt64($0.rawValue) } == type || isAbsent, "\(query)")
        }
      } catch {
        Issue.record("\(query): \(error)")
      }
    }
    #expect(rows.count > 1)
  }

  private func number(_ text: String?) -> UInt64? {
    guard let text else { return nil }
    return text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }
}
