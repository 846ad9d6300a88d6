import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Formats of tracepoints")
struct TracepointFormatTests {
  static let text = TracepointSamples.format(
    "sched_switch", id: 314,
    [
      TracepointSamples.field("char prev_comm[16]", 8, 16),
      TracepointSamples.field("pid_t prev_pid", 24, 4, signed: true),
    ], print: "\"prev=%s\\n\",\nREC->prev_comm")

  @Test("A format tells its number, names, fields and print format")
  func everything() throws {
    let format = try TracepointFormat(parsing: Self.text, system: "sched")
    #expect(format.id == 314)
    #expect(format.fullName == "sched:sched_switch")
    #expect(format.fields.count == 6)
    #expect(format.fields.filter(\.isCommon).count == 4)
    #expect(format.field("common_pid")?.isSigned == true)
    #expect(format.field("prev_pid")?.offset == 24)
    #expect(format.field("next_pid") == nil)
    #expect(format.printFormat == "\"prev=%s\\n\",\nREC->prev_comm")
    #expect(format.text == Self.text)
  }

  @Test(
    "What is no format is refused",
    arguments: [
      "", "\n\n", "name: x\n", "ID: 3\n", "name: x\nID: many\n", "name: x\nID: -1\n",
      "name: x\nID: 1\n\tfield:int a;\toffset:0;\n",
      "name: x\nID: 1\n\tfield:int a;\toffset:-4;\tsize:4;\tsigned:0;\n",
      "name: x\nID: 1\n\tfield:int a;\toffset:99999999999;\tsize:4;\tsigned:0;\n",
      "name: x\nID: 1\n\tfield:int a;\toffset:0;\tsize:9223372036854775807;\tsigned:0;\n",
      "name: x\nID: 1\n\tfield:__data_loc char[] a;\toffset:0;\tsize:8;\tsigned:0;\n",
      "name: x\nID: 1\n\tfield\n",
    ])
  func refused(text: String) {
    let error = #expect(throws: PerfDataError.self) {
      _ = try TracepointFormat(parsing: text, system: "s")
    }
    #expect(error?.code == .invalidFormat)
  }

  @Test("A text cut at any length is a format or an error")
  func truncation() throws {
    let bytes = Array(Self.text.utf8)
    for count in 0..<bytes.count {
      let cut = String(decoding: bytes[..<count], as: UTF8.self)
      let format = try? TracepointFormat(parsing: cut, system: "s")
      if let format { #expect(format.name == "sched_switch") }
    }
  }

  static let events = "/sys/kernel/tracing/events"

  @Test(
    "Every format of the running kernel is read",
    .enabled(
      if: FileManager.default.isReadableFile(atPath: events + "/sched"), "tracefs is not readable"))
  func runningKernel() throws {
    var count = 0
    for system in try FileManager.default.contentsOfDirectory(atPath: Self.events) {
      let folder = Self.events + "/" + system
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)/format", encoding: .utf8),
          !text.isEmpty
        else { continue }
        let format = try TracepointFormat(parsing: text, system: system)
        #expect(format.name == name)
        #expect(format.fields.count == text.components(separatedBy: "\tfield:").count - 1)
        #expect(format.fields.allSatisfy { !$0.name.isEmpty && !$0.type.isEmpty }, "\(name)")
        count += 1
      }
    }
    #expect(count > 100)
  }
}
