import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

@Suite("Hostile trees")
struct HostileTreeTests {
  static let devices: String = Machine.devices

  private func kernel(_ files: [String: String]) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    Machine.addPMU(kernel, "unit", type: 7, files: files)
    return kernel
  }

  @Test(arguments: ["", "config:99", "\0", "config", String(repeating: "config:1,", count: 100)])
  func `formats that make no sense`(text: String) {
    let kernel: ScriptedKernel = kernel(["format/event": text])
    let error: EventNameError? = problem(of: "cs,unit/event=1/", on: kernel)
    if text == "config" {
      #expect(error == nil)
      return
    }
    #expect(error?.position == 8)
    guard case .malformedFile(let path, _)? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == "\(Self.devices)/unit/format/event")
  }

  @Test(arguments: ["", "=1", "event=x", "event=1,=2", "event=99999999999999999999", "\0=1"])
  func `events that make no sense`(text: String) {
    let kernel: ScriptedKernel = kernel(["format/event": "config:0-7", "events/odd": text])
    #expect(problem(of: "unit/odd/", on: kernel) != nil)
    #expect(problem(of: "odd", on: kernel) != nil)
  }

  @Test(arguments: ["x", "nan", "inf", "", "1e999"])
  func `scales that are no number`(text: String) {
    let kernel: ScriptedKernel = kernel([
      "format/event": "config:0-7", "events/odd": "event=1", "events/odd.scale": text,
    ])
    guard case .malformedFile? = problem(of: "unit/odd/", on: kernel)?.problem else {
      Issue.record("the scale was taken")
      return
    }
  }

  @Test func `files too large or not readable`() {
    let kernel: ScriptedKernel = kernel(["format/event": "config:0-7", "events/odd": "event=1"])
    kernel.addFile("\(Self.devices)/unit/events/odd", String(repeating: "e=1,", count: 1 << 20))
    #expect(
      problem(of: "unit/odd/", on: kernel)?.problem
        == .unreadableFile(path: "\(Self.devices)/unit/events/odd", error: .fileTooLarge))
    kernel.addFailure("\(Self.devices)/unit/events/odd", .accessDenied)
    #expect(
      problem(of: "unit/odd/", on: kernel)?.problem
        == .unreadableFile(path: "\(Self.devices)/unit/events/odd", error: .accessDenied))
    kernel.addFailure("\(Self.devices)/unit/format/event", .inputOutput)
    #expect(
      problem(of: "unit/event=1/", on: kernel)?.problem
        == .unreadableFile(path: "\(Self.devices)/unit/format/event", error: .inputOutput))
  }

  @Test(arguments: ["", "-1", "4294967296", "x"])
  func `a PMU without a number is none, and the error names the file`(type: String) {
    let kernel = ScriptedKernel()
    let path: String = "\(Self.devices)/unit/type"
    kernel.addFile(path, type)
    #expect(EventCatalog(kernel: kernel).pmus.isEmpty)
    #expect(
      problem(of: "unit/config=1/", on: kernel)?.problem
        == .malformedFile(path: path, text: type))
  }

  @Test(arguments: ["0-4294967295", "9-1", "a", "-", "1-2-3", "0-99999"])
  func `CPU lists that make no sense are left out`(text: String) throws {
    let kernel: ScriptedKernel = kernel(["cpumask": text])
    #expect(try event("unit/config=1/", on: kernel).cpus == nil)
  }

  @Test func `links in a loop and folders in place of files`() throws {
    let root: URL = FileManager.default.temporaryDirectory
      .appendingPathComponent("catalog-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let unit: URL = root.appendingPathComponent("bus/event_source/devices/unit")
    try FileManager.default.createDirectory(
      at: unit.appendingPathComponent("format/event"), withIntermediateDirectories: true)
    try Data("7\n".utf8).write(to: unit.appendingPathComponent("type"))
    let events: URL = unit.appendingPathComponent("events")
    try FileManager.default.createSymbolicLink(at: events, withDestinationURL: events)
    let catalog = EventCatalog(sysfs: root.path)
    #expect(catalog.pmus.map(\.name) == ["unit"])
    #expect(throws: EventNameError.self) { try catalog.resolve("unit/event=1/") }
    #expect(throws: EventNameError.self) { try catalog.resolve("unit/odd/") }
    try FileManager.default.removeItem(at: unit.appendingPathComponent("format/event"))
    #expect(try catalog.resolve("unit/config=3/")[0].events[0].attributes.config == 3)
  }
}
