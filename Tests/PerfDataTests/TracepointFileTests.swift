import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Tracepoints of files")
struct TracepointFileTests {
  typealias Samples = TracepointSamples

  /// A recording of `sched:sched_one` with one sample, whose raw data tell pid 77.
  static func builder(_ order: ByteOrder) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.event([.time, .raw], identifiers: [1]) { $0 = tracepoint($0) }
    builder.record(9) { body in
      body.u64(5)
      body.u32(12)
      body.u16(300)
      body.u8(0, 0)
      body.u32(4, 77)
    }
    return builder
  }

  private static func tracepoint(_ attributes: EventAttributes) -> EventAttributes {
    var result = EventAttributes(type: .tracepoint, config: 300)
    result.sampleFields = attributes.sampleFields
    result.flags = attributes.flags
    return result
  }

  static func values(_ file: borrowing PerfDataFile) throws -> [TracepointValue?] {
    var values: [TracepointValue?] = []
    var records = file.records()
    while let record = try records.next() {
      guard let sample = record.sample else { continue }
      values.append(file.value("pid", of: sample))
      let absent = file.value("none", of: sample)
      #expect(absent == nil)
      let own = file.tracepointFormat(of: sample)
      #expect(own?.name == "sched_one")
      guard let raw = record.rawData, let same = sample.rawData else {
        Issue.record("the sample has no raw data")
        continue
      }
      #expect(raw.byteCount == same.byteCount)
      let format = file.tracepointFormat(ofEvent: 0)
      let field = try #require(format?.field("pid"))
      #expect(field.signed(in: raw) == 77)
    }
    return values
  }

  @Test(
    "The feature of a file, and its records, have the formats",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func feature(order: ByteOrder) throws {
    var builder = Self.builder(order)
    builder.feature(.tracingData) { $0.raw(Samples.someTracingData(order).bytes) }
    let file = try PerfDataFile(bytes: builder.file())
    #expect(file.events[0].name == "sched:sched_one")
    #expect(try Self.values(file) == [.signed(77)])
    #expect(file.tracepointFormat(ofEvent: 1) == nil)
    #expect(file.tracingData?.formats.count == 5)
  }

  enum Framing: CaseIterable {
    case behind12, behind16, within66, within32777, split
  }

  static func record(_ framing: Framing, _ order: ByteOrder) -> [[UInt8]] {
    var blob = ByteWriter(order)
    blob.raw(Samples.someTracingData(order).bytes)
    blob.pad(8)
    let count = UInt32(blob.bytes.count)
    var builder = PerfDataBuilder(order)
    switch framing {
    case .behind12, .behind16:
      builder.record(66, size: framing == .behind12 ? 12 : 16) { body in
        body.u32(count)
        if framing == .behind16 { body.u32(0) }
        body.raw(blob.bytes)
      }
    case .within66, .within32777:
      builder.record(framing == .within66 ? 66 : 32777) { body in
        body.u32(count)
        body.raw(blob.bytes)
        body.pad(64)
      }
    case .split:
      var whole = PerfDataBuilder(order)
      whole.record(66) { body in
        body.u32(count)
        body.raw(blob.bytes)
      }
      let bytes = whole.records[0]
      builder.record(32772) { $0.raw(Array(bytes[..<500])) }
      builder.record(32772) { $0.raw(Array(bytes[500...])) }
      builder.record(32773) { _ in }
    }
    return builder.records
  }

  @Test(
    "Records with the formats are found in a file without the feature",
    arguments: Framing.allCases, [ByteOrder.littleEndian, .bigEndian])
  func records(framing: Framing, order: ByteOrder) throws {
    var builder = Self.builder(order)
    builder.records = Self.record(framing, order) + builder.records
    let file = try PerfDataFile(bytes: builder.file())
    #expect(file.tracingData?.faults == [])
    #expect(try Self.values(file) == [.signed(77)])
  }

  @Test("Pipes have them as a record", arguments: [Framing.behind12, .behind16, .within66])
  func pipes(framing: Framing) throws {
    var builder = Self.builder(.littleEndian)
    builder.records = Self.record(framing, .littleEndian) + builder.records
    let file = try PerfDataFile(bytes: builder.pipe())
    #expect(file.events[0].name == "sched:sched_one")
    #expect(try Self.values(file) == [.signed(77)])
  }

  @Test("A file without tracepoints has no tracing data")
  func none() throws {
    var builder = PerfDataBuilder()
    builder.event([.time])
    let file = try PerfDataFile(bytes: builder.file())
    #expect(file.tracingData == nil)
    #expect(file.tracepointFormat(ofEvent: 0) == nil)
  }

  @Test(
    "Every plain field equals that of an independent decoder",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func independentDecoder() throws {
    let folder = "LinuxTracepoints-Net/"
    let text = String(decoding: try SharedData.bytes(folder + "perf.data.json"), as: UTF8.self)
    // The file order comes first, each order behind a comment.
    let part = text.components(separatedBy: "/*")[1].components(separatedBy: "*/")[1]
    let end = try #require(part.lastIndex(of: "}"))
    let json = try JSONSerialization.jsonObject(with: Data("[\(part[...end])]".utf8))
    let samples = try #require(json as? [[String: Any]]).filter { $0["n"] != nil }
    let file = try PerfDataFile(path: SharedData.path(folder + "perf.data"))
    #expect(file.tracingData?.faults == [])
    var index = 0
    var compared = 0
    var records = file.records()
    while let record = try records.next() {
      guard let sample = record.sample else { continue }
      let expected = samples[index]
      index += 1
      guard let format = file.tracepointFormat(of: sample), let raw = sample.rawData else {
        Issue.record("sample \(index) has no format or no raw data")
        continue
      }
      let name = try #require(expected["n"] as? String)
      if format.system == "sched" {
        #expect(format.fullName == name)
        for field in format.fields where !field.isCommon {
          let value = format.value(field.name, in: raw)?.description
          #expect(expected[field.name].map(Self.text) == value)
          compared += 1
        }
      } else {
        let provider = name.prefix { $0 != ":" }
        #expect(format.name.hasPrefix("\(provider)_L"), "\(format.name)")
        let meta = try #require(expected["meta"] as? [String: Any])
        for field in ["id", "version", "level", "opcode", "tag"] {
          let value = format.value(field, in: raw)?.description
          #expect(meta[field].map(Self.text) ?? "0" == value, "\(name) \(field)")
          compared += 1
        }
      }
    }
    #expect(index == samples.count)
    #expect(index == 539)
    #expect(compared > 3000)
  }

  /// A number of the decoder in decimal digits; it writes some in hexadecimal ones.
  private static func text(_ value: Any) -> String {
    if let text = value as? String {
      return text.hasPrefix("0x") ? "\(UInt64(text.dropFirst(2), radix: 16) ?? 0)" : text
    }
    return "\(value)"
  }
}
