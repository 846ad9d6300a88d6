import Foundation
import PerfData
import Testing

@Suite("Build identifiers beside given lists")
struct BuildIDGoldenTests {
  /// The lists, but for one of a file that quipper wrote anew, by the names of their files.
  static let lists: [String] = {
    guard let folder = SharedData.folder,
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: folder + "/quipper/testdata")
    else { return [] }
    return names.filter { $0.hasSuffix(".buildids") && !$0.contains(".next.") }.sorted()
  }()

  @Test(
    "A file has the build identifiers of its list",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: lists)
  func identifiers(list: String) throws {
    let folder = "quipper/testdata/"
    let text = String(decoding: try SharedData.bytes(folder + list), as: UTF8.self)
    // A file without identifier has spaces in its place.
    let theirs = Set(text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix(" ") })
    let opened = try PerfDataFile(path: SharedData.path(folder + list.dropLast(".buildids".count)))
    var ours: Set<String> = []
    for identifier in try opened.buildIDs ?? [] {
      ours.insert(Self.line(identifier.bytes, identifier.path))
    }
    var records = opened.records()
    while let record = try records.next() {
      if case .memoryMap2(let map) = record.content, map.hasBuildID {
        ours.insert(Self.line([UInt8](copying: map.buildID), map.path))
      }
    }
    #expect(ours == theirs)
  }

  /// The lists have twenty bytes for shorter identifiers too.
  private static func line(_ bytes: [UInt8], _ path: String) -> String {
    let padded = bytes + [UInt8](repeating: 0, count: max(0, 20 - bytes.count))
    return padded.map { hexadecimal($0, width: 2) }.joined() + " " + path
  }
}
