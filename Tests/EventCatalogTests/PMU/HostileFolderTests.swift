import EventCatalog
import Foundation
import Glibc
import PerfEvent
import TestSupport
import Testing

/// Trees in real folders, with what only a real file system has.
@Suite("Hostile folders")
struct HostileFolderTests {
  /// A folder that is gone with the value.
  private final class Folder {
    let path: String = NSTemporaryDirectory() + "tree-\(UUID().uuidString)"
    var devices: String { path + "/bus/event_source/devices" }
    private var made: Set<String> = []

    init() throws { try make("bus/event_source/devices") }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func make(_ folder: String) throws {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }

    func write(_ name: String, _ text: String) throws {
      let file: String = "\(devices)/\(name)"
      let folder: String = (file as NSString).deletingLastPathComponent
      if made.insert(folder).inserted {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: "\(devices)/\(name)", withDestinationPath: target)
    }
  }

  private func good(_ folder: Folder, _ name: String = "good", type: Int = 7) throws {
    try folder.write("\(name)/type", "\(type)\n")
    try folder.write("\(name)/format/event", "config:0-7\n")
    try folder.write("\(name)/events/one", "event=1\n")
  }

  private func remainsUsable(_ folder: Folder) throws {
    let catalog = EventCatalog(sysfs: folder.path)
    #expect(try catalog.resolve("good/one/")[0].events[0].attributes.config == 1)
    #expect(catalog.pmus.contains { $0.name == "good" })
    for name in try SysfsSource(root: folder.path).tableNames() {
      _ = try? SysfsSource(root: folder.path).table(named: name)
      _ = try? SysfsSource(root: folder.path).details(ofPMU: name)
      _ = try? catalog.resolve("\(name)/one,event=1/")
    }
  }

  @Test func `links in a loop, to themselves and to nowhere`() throws {
    let folder = try Folder()
    try good(folder)
    try folder.link("self", to: "self")
    try folder.link("first", to: "second")
    try folder.link("second", to: "first")
    try folder.link("nowhere", to: "/nonexistent/place")
    try folder.link("up", to: "..")
    try folder.write("looped/type", "9\n")
    try folder.link("looped/format", to: "format")
    try folder.link("looped/events", to: "../looped")
    try remainsUsable(folder)
    #expect(throws: EventNameError.self) {
      try EventCatalog(sysfs: folder.path).resolve("self/one/")
    }
  }

  @Test func `pipes, devices and folders in place of files`() throws {
    let folder = try Folder()
    try good(folder)
    try folder.write("pipe/format/event", "config:0-7\n")
    #expect(mkfifo("\(folder.devices)/pipe/type", 0o600) == 0)
    try folder.write("zero/format/event", "config:0-7\n")
    try folder.link("zero/type", to: "/dev/zero")
    try good(folder, "odd", type: 8)
    try folder.link("odd/events/endless", to: "/dev/zero")
    #expect(mkfifo("\(folder.devices)/odd/events/pipe", 0o600) == 0)
    try folder.make("bus/event_source/devices/odd/events/folder")
    try remainsUsable(folder)
    let table: EventTable = try SysfsSource(root: folder.path).table(named: "odd")
    #expect(table.events.map(\.name) == ["one"])
    #expect(table.warnings.count == 3)
  }

  @Test func `what stands in a file's place is said in one sentence`() throws {
    let folder = try Folder()
    try good(folder, "odd", type: 8)
    let events: String = "\(folder.devices)/odd/events"
    try folder.link("odd/events/device", to: "/dev/zero")
    try folder.link("odd/events/loop", to: "loop")
    #expect(mkfifo("\(events)/pipe", 0o600) == 0)
    try folder.make("bus/event_source/devices/odd/events/folder")
    try bind("\(events)/socket")
    let place: String = "is a pipe, a socket or a device, where a file is expected"
    let table: EventTable = try SysfsSource(root: folder.path).table(named: "odd")
    #expect(
      table.warnings.map(\.description) == [
        "\(events)/device: \(place)", "\(events)/folder: is a folder, where a file is expected",
        "\(events)/loop: cannot be read, since its symbolic links lead in a loop",
        "\(events)/pipe: \(place)", "\(events)/socket: \(place)",
      ])
    let error: EventNameError? = #expect(throws: EventNameError.self) {
      try EventCatalog(sysfs: folder.path).resolve("odd/pipe/")
    }
    #expect(error.map { "\($0)".contains("\(events)/pipe \(place)") } == true)
  }

  /// Makes a socket with a name; the descriptor is not needed further.
  private func bind(_ path: String) throws {
    let target: String = NSTemporaryDirectory() + "s\(UUID().uuidString.prefix(8))"
    let descriptor: Int32 = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: target.utf8) }
    let status: Int32 = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(status == 0)
    try FileManager.default.moveItem(atPath: target, toPath: path)
  }

  @Test func `a thousand PMUs are read in one view`() throws {
    let folder = try Folder()
    for index in 0..<1000 {
      try folder.write("p\(index)/type", "\(index + 10)\n")
      try folder.write("p\(index)/format/event", "config:0-7\n")
      try folder.write("p\(index)/events/e", "event=1\n")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let all: MachineEvents = EventCatalog(sysfs: folder.path).events(from: [.sysfs])
    #expect(all.tables.count == 1000 && all.failures.isEmpty)
    #expect(all.tables.allSatisfy { $0.events.count == 1 })
    // Listing all PMUs for each takes half a minute for three times as many.
    #expect(clock.now - start < .seconds(3))
  }

  @Test(arguments: ["cpumask", "cpus"])
  func `lists of CPUs that make no sense`(file: String) throws {
    let folder = try Folder()
    try good(folder)
    try folder.write("good/\(file)", "0-x\n")
    let path: String = "\(folder.devices)/good/\(file)"
    let problem = EventSourceError(path: path, problem: .invalidField(file, value: "0-x"))
    let source = SysfsSource(root: folder.path)
    #expect(try source.table(named: "good").warnings == [problem])
    let details: PMUDetails = try source.details(ofPMU: "good")
    #expect(details.warnings == [problem])
    #expect(details.pmu.scope == (file == "cpus" ? .core : .wholeCPUs))
    #expect(details.pmu.cpus == nil)
  }

  @Test func `NUL bytes and other binary in every file`() throws {
    let folder = try Folder()
    try good(folder)
    try good(folder, "binary", type: 8)
    try folder.write("binary/events/two", "event=\0\u{1}2")
    try folder.write("binary/events/three", "\0")
    try folder.write("binary/events/one.scale", "\0\0\0")
    try folder.write("binary/format/odd", "config:\0-\0")
    try folder.write("binary/cpumask", "\0,\0")
    try folder.write("binary/caps/max_precise", "\0\0")
    try remainsUsable(folder)
    let details: PMUDetails = try SysfsSource(root: folder.path).details(ofPMU: "binary")
    #expect(details.terms.map(\.name) == ["event"])
    #expect(details.warnings.count == 2)
  }

  @Test func `a format of 10,000 terms and an event of 10,000`() throws {
    // That many real files would take longer than what is tested.
    let kernel = ScriptedKernel()
    let pmu: String = "/sys/bus/event_source/devices/good"
    kernel.addFile(pmu + "/type", "7\n")
    for index in 0..<10_000 { kernel.addFile("\(pmu)/format/t\(index)", "config1:\(index % 64)\n") }
    let terms: String = (0..<6_000).map { "t\($0)" }.joined(separator: ",")
    kernel.addFile(pmu + "/events/many", terms)
    let clock = ContinuousClock()
    let catalog = EventCatalog(kernel: kernel, sysfs: "/sys", tracefs: "/tracing")
    let start = clock.now
    #expect(try catalog.resolve("good/many/")[0].events[0].attributes.config1 == .max)
    #expect(throws: EventNameError.self) { try catalog.resolve("good/nosuchterm/") }
    #expect(clock.now - start < .seconds(20))
  }

  @Test func `more PMUs than any machine has`() throws {
    // In memory as well; `good` stands before the others.
    let kernel = ScriptedKernel()
    let devices: String = "/sys/bus/event_source/devices"
    for index in 0..<20_000 { kernel.addFile("\(devices)/p\(index)/type", "none\n") }
    kernel.addFile("\(devices)/good/type", "7\n")
    kernel.addFile("\(devices)/good/format/event", "config:0-7\n")
    kernel.addFile("\(devices)/good/events/one", "event=1\n")
    let catalog = EventCatalog(kernel: kernel, sysfs: "/sys", tracefs: "/tracing")
    #expect(try catalog.resolve("good/one/")[0].events[0].attributes.config == 1)
    #expect(throws: EventSourceError.self) { try SysfsSource(kernel: kernel).tableNames() }
    #expect(try catalog.resolve("cycles")[0].events.count == 1)
  }

  @Test func `a tree copied with tar, with its relative links`() throws {
    let folder = try Folder()
    try folder.write("../../../devices/real/type", "12\n")
    try folder.write("../../../devices/real/format/event", "config:0-7\n")
    try folder.write("../../../devices/real/events/one", "event=5\n")
    try folder.link("linked", to: "../../../devices/real")
    let copy = try Folder()
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/bin/sh")
    tar.arguments = ["-c", "tar -C '\(folder.path)' -cf - . | tar -C '\(copy.path)' -xf -"]
    try tar.run()
    tar.waitUntilExit()
    let event: Event = try EventCatalog(sysfs: copy.path).resolve("linked/one/")[0].events[0]
    #expect(event.attributes.type.rawValue == 12)
    #expect(event.attributes.config == 5)
  }
}
