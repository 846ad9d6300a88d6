import Foundation
import PerfData
import Testing

@Suite("Agreement with quipper's decodes")
struct QuipperGoldenTests {
  /// The texts, by the names of the files that they decode.
  static let files: [(name: String, golden: String)] = {
    guard let folder = SharedData.folder,
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: folder + "/quipper/golden_pb_text")
    else { return [] }
    return names.sorted().map { golden in
      var name = golden.dropLast(".pb_text.gz".count)
      for end in [".io.out", ".pr.out", ".serialized.out"] where name.hasSuffix(end) {
        name = name.dropLast(end.count)
      }
      return (String(name), golden)
    }
  }()

  /// What remains when each message of one side is taken from the other.
  struct Difference {
    private(set) var surplus: [String] = []
    private(set) var missing: [String] = []

    init(_ ours: [String], _ theirs: [String]) {
      var left: [String: Int] = [:]
      for text in theirs { left[text, default: 0] += 1 }
      for text in ours {
        if let count = left[text], count > 0 {
          left[text] = count - 1
        } else {
          surplus.append(text)
        }
      }
      for (text, count) in left { missing += [String](repeating: text, count: count) }
    }
  }

  @Test(
    "Every field of every record, in the order of the file, is the same",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: files)
  func records(file: (name: String, golden: String)) throws {
    let golden = try golden(file.golden)
    let ours = QuipperEvents(
      try PerfDataFile(path: SharedData.path("quipper/testdata/" + file.name)))
    let theirs = golden.messages["events"] ?? []
    #expect(ours.fault == nil)
    #expect(!theirs.isEmpty)
    switch file.name {
    case "perf.data.callgraph-3.8":
      // These texts are what quipper's parser made of the file: it sets the highest
      // bit of addresses in callchains that no mapping covers, joins mappings that
      // lie side by side and orders all by time.
      let difference = Difference(ours.texts.map(unmarked), theirs.map(unmarked))
      #expect(difference.surplus.count == 6 && difference.missing.count == 3)
      #expect(mappedBytes(difference.surplus) == mappedBytes(difference.missing))
    case "perf.data.busy.1-3.8":
      // The parser was also told to leave out mappings that no sample hits.
      let difference = Difference(ours.texts, theirs)
      #expect(difference.missing.isEmpty)
      #expect(difference.surplus.allSatisfy { $0.contains("header#0.type#0=1\n") })
    default:
      expectNone(Difference(ours.texts, theirs), "events of \(file.name)")
      #expect(ours.texts == theirs, "the order of the records differs")
    }
  }

  @Test(
    "Every field of the header is the same",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: files)
  func header(file: (name: String, golden: String)) throws {
    let golden = try golden(file.golden)
    let opened = try PerfDataFile(path: SharedData.path("quipper/testdata/" + file.name))
    var ours = try QuipperHeader(opened).messages
    // Old pipes have the names of the events in records.
    let names = QuipperEvents(opened).eventTypes
    if !names.isEmpty { ours["event_types"] = names }
    for name in Set(golden.messages.keys).union(ours.keys).sorted() {
      // The records are compared above; the numbers of mapped samples are no part
      // of the file.
      if ["events", "stats"].contains(name) { continue }
      let theirs = golden.messages[name] ?? []
      var own = ours[name] ?? []
      // Some texts are of a quipper that knew no such flag.
      if name == "file_attrs" && !theirs.contains(where: { $0.contains("ksymbol") }) {
        own = own.map { $0.replacingOccurrences(of: "attr#0.ksymbol#0=false\n", with: "") }
      }
      expectNone(Difference(own, theirs), "\(name) of \(file.name)")
    }
    // Quipper keeps the features that it knows as one word of bits; a pipe has no
    // such word.
    if opened.header.mode == .file {
      let known = opened.header.features.filter { $0.rawValue < 18 || $0.rawValue == 30 }
      let bits = known.reduce(0) { $0 | UInt64(1) << UInt64($1.rawValue) }
      #expect(golden.values["metadata_mask"] == String(bits))
    }
  }

  private func golden(_ name: String) throws -> QuipperGolden {
    try QuipperGolden(path: SharedData.path("quipper/golden_pb_text/" + name))
  }

  /// A text whose addresses in the callchain have no highest bit.
  private func unmarked(_ text: String) -> String {
    guard text.contains("callchain") else { return text }
    return text.split(separator: "\n").map { line in
      guard line.contains("callchain"), let equals = line.firstIndex(of: "="),
        let address = UInt64(line[equals...].dropFirst())
      else { return String(line) }
      return "\(line[..<equals])=\(address & .max >> 1)"
    }.joined(separator: "\n")
  }

  /// The number of bytes that some mappings cover together.
  private func mappedBytes(_ texts: [String]) -> UInt64 {
    texts.reduce(0) { sum, text in
      let line = text.split(separator: "\n").first { $0.hasPrefix("mmap_event#0.len#0=") }
      return sum + (line.flatMap { UInt64($0.drop { $0 != "=" }.dropFirst()) } ?? 0)
    }
  }

  private func expectNone(_ difference: Difference, _ subject: String) {
    guard let surplus = difference.surplus.first ?? difference.missing.first else { return }
    let lines = Set(surplus.split(separator: "\n"))
    let other = difference.missing.max { first, second in
      lines.intersection(first.split(separator: "\n")).count
        < lines.intersection(second.split(separator: "\n")).count
    }
    let theirs = Set((other ?? "").split(separator: "\n"))
    Issue.record(
      """
      \(subject): \(difference.surplus.count) of ours and \(difference.missing.count) of theirs
      have no counterpart. The first of ours has \(lines.subtracting(theirs).sorted()), the one
      of theirs that is most like it has \(theirs.subtracting(lines).sorted()).
      """)
  }
}
