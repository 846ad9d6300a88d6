import Foundation
import PerfData
import PerfEvent
import Testing

/// What perf says of a file: its output without the places of records, and its remarks.
struct PerfView {
  let status: Int32
  let lines: [Substring]
  let remarks: [Substring]

  init(_ perf: Command, _ arguments: [String], _ path: String) throws {
    let outcome = try perf.run(arguments + ["-f", "-i", path])
    status = outcome.status
    lines = outcome.text.split(separator: "\n").filter { !$0.hasPrefix(".") && !$0.hasPrefix("#") }
      .map(PerfView.normalized)
    remarks = outcome.errors.split(separator: "\n").filter { !$0.contains(path) }
  }

  private static func normalized(_ line: Substring) -> Substring {
    // "0 12345 0x1c8 [0x28]: PERF_RECORD_COMM": the place in front of the size goes.
    if let size = line.range(of: " [0x"),
      let place = line[..<size.lowerBound].range(of: "0x", options: .backwards)
    {
      return line[..<place.lowerBound] + line[size.lowerBound...]
    }
    // perf gives its copy of the vdso a random name.
    if let vdso = line.range(of: "/tmp/perf-vdso.so-") { return line[..<vdso.upperBound] }
    return line
  }

  /// The first thing in which another view differs.
  func difference(from other: PerfView) -> String? {
    if status != other.status { return "status \(status), not \(other.status): \(remarks)" }
    if lines.count != other.lines.count {
      return "\(lines.count) lines, not \(other.lines.count): \(remarks.prefix(3))"
    }
    for (line, theirs) in zip(lines, other.lines) where line != theirs {
      return "'\(line)', not '\(theirs)'"
    }
    return remarks == other.remarks ? nil : "remarks \(remarks.prefix(3))"
  }
}

@Suite("What perf makes of written files", .serialized)
struct WritingPerfTests {
  static let perf: Command? = Command.perf
  static let isPossible: Bool = perf != nil && SharedData.folder != nil

  /// The files that the installed perf reads, if they are not too long.
  static let readable: [SharedData.Row] = WritingRoundTripTests.whole.filter { row in
    guard let perf else { return false }
    let path = SharedData.path(row.path)
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard size ?? .max < 1 << 19 else { return false }
    let outcome = try? perf.run(["report", "--stats", "-f", "-i", path])
    return outcome.map { !$0.output.isEmpty } ?? false
  }

  @Test(
    "Of a copy, perf shows the same records in full, and takes it as input",
    .enabled(if: isPossible, "without perf or PERF_EVENTS_SHARED"))
  func dumps() throws {
    let perf = try #require(Self.perf)
    let folder = TemporaryFolder()
    for row in Self.readable {
      let original = SharedData.path(row.path)
      let copy = folder.file("copy.data")
      try PerfDataFile(path: original).copy(to: .path(copy))
      let ours = try PerfView(perf, ["report", "-D"], copy)
      let theirs = try PerfView(perf, ["report", "-D"], original)
      #expect(ours.difference(from: theirs) == nil, "\(row.path)")
      let injected = folder.file("injected.data")
      let outcome = try perf.run(["inject", "-f", "-i", copy, "-o", injected])
      if outcome.status != 0 {
        let refused = try perf.run(["inject", "-f", "-i", original, "-o", injected])
        #expect(refused.status == outcome.status, "\(row.path): \(outcome.errors)")
      }
    }
    #expect(Self.readable.count >= 40)
  }

  @Test(
    "Of a stream, a packed file and an unpacked one, perf shows the same samples",
    .enabled(if: isPossible, "without perf or PERF_EVENTS_SHARED"))
  func conversions() throws {
    let perf = try #require(Self.perf)
    let folder = TemporaryFolder()
    // Without the CPU, which perf refuses in streams of events that lack it.
    let script = ["script", "-G", "-F", "comm,pid,tid,time,ip,period"]
    var compared = 0
    for row in Self.readable {
      let original = SharedData.path(row.path)
      let expected = try PerfView(perf, script, original)
      let file = try PerfDataFile(path: original)
      // Streams have no mark that a recording consists of counts, and perf does
      // not look for an AUX area in them.
      guard expected.status == 0,
        file.header.features.allSatisfy({ $0 != .stat && $0 != .auxTrace })
      else { continue }
      compared += 1
      for (mode, packs) in [(FileMode.file, false), (.file, true), (.pipe, false), (.pipe, true)] {
        var options = WriterOptions(like: file)
        options.mode = mode
        // In files, perf 6.1 refuses more.
        options.attributeSize = min(options.attributeSize, 128)
        options.compression = packs ? RecordCompression() : nil
        options.validation = .lenient
        let path = folder.file("converted.data")
        try file.convert(to: .path(path), options: options)
        let found = try PerfView(perf, script, path)
        #expect(found.lines.count == expected.lines.count, "\(row.path) \(mode) \(found.remarks)")
        #expect(found.lines.elementsEqual(expected.lines), "\(row.path) \(mode) \(packs)")
      }
    }
    #expect(compared >= 30)
  }
}
