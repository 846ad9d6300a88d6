import Foundation
import PerfData
import Testing

@Suite("The order of rounds beside perf's")
struct OrderKnownAnswerTests {
  /// The offset and the size of each record, as `perf report -D` shows them.
  static func places(inDump text: String) -> [String] {
    var places: [String] = []
    for line in text.split(separator: "\n") {
      guard let end = line.range(of: "]: PERF_RECORD_") else { continue }
      let words = line[..<end.lowerBound].split(separator: " ").suffix(2)
      // Newer ones put the name of the file behind the offset.
      let offset = words.first?.split(separator: "@").first ?? ""
      places.append("\(offset) \(words.last ?? "")")
    }
    return places
  }

  static func places(
    of file: borrowing PerfDataFile, _ order: RecordOrder = .rounds
  ) -> [String] {
    // In a pipe, perf counts from the first record, and does not show what it
    // unpacks in any.
    let base: UInt64 = file.header.mode == .pipe ? 16 : 0
    var places: [String] = []
    var records = file.records(in: order)
    // A recorder may leave the last record that it compresses without its end.
    while let record = try? records.next() {
      if record.kind == .compressed || record.kind == .compressed2 { continue }
      let offset = record.offset - base
      let text = offset == 0 ? "0" : "0x\(String(offset, radix: 16))"
      places.append("\(text) [0x\(String(record.size, radix: 16))")
    }
    return places
  }

  @Test(
    "Recordings made on the spot come in the order of perf's dump",
    .enabled(if: Command.perf != nil, "perf is not installed or may not record"),
    arguments: [
      "-a -e cpu-clock -F 2999 -m 4", "-a -e cpu-clock -F 2999 -z", "-e cpu-clock,page-faults -c 9",
    ])
  func recorded(options: String) throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let path = folder.file("perf.data")
    let load = "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done; ls -R /usr/include"
    let words = options.split(separator: " ").map(String.init)
    let recording = try perf.run(
      ["record", "-q", "-o", path] + words + ["--", "sh", "-c", load])
    // Whole CPUs are for root alone.
    if recording.status != 0 && geteuid() != 0 {
      try Test.cancel("perf record refused: \(recording.errors)")
    }
    try #require(recording.status == 0, "\(recording.errors)")
    let dump = try perf.run(["report", "-D", "-i", path])
    let theirs = Self.places(inDump: dump.text)
    let ours = try Self.places(of: PerfDataFile(path: path))
    #expect(!ours.isEmpty)
    #expect(ours == theirs)
  }
}
