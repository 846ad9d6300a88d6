import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("State: agreement with perf", .serialized)
struct StateOracleTests {
  /// Prints what perf knows of each sample: thread, name, module, begin of the
  /// mapping, and the module of each frame.
  static let script = """
    import sys
    def process_event(d):
        s = d['sample']
        row = [s['time'], s['pid'], s['tid'], d.get('comm', ''), s['ip'], s['cpumode'],
               d.get('dso', ''), d.get('dso_map_start', 0), d.get('dso_bid', '')]
        row += ['%d@%s' % (f['ip'], f.get('dso', '')) for f in d.get('callchain', [])]
        print('|'.join(str(x) for x in row))
    def trace_unhandled(name, context, fields, d):
        process_event(d)
    """

  static let hasPython: Bool = {
    guard let perf = Command.perf else { return false }
    let outcome = try? perf.run(["version", "--build-options"])
    return outcome?.text.contains("libpython: [ on") ?? false
  }()

  static let folders = ["generated/perf6.1", "quipper/testdata", "linux-perf-data"]

  static let files: [String] = SharedData.rows.map(\.path).filter { path in
    folders.contains { path.hasPrefix($0) } && !path.contains("damaged")
  }

  @Test(
    "Names, modules, begins of mappings and build identifiers are those of perf",
    .enabled(
      if: hasPython && SharedData.folder != nil, "without perf, python or PERF_EVENTS_SHARED"),
    .enabled(if: Command.perfShowsKernel, "perf names the kernel to root alone"))
  func samples() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let script = try folder.write([UInt8](Self.script.utf8), as: "state.py")
    var total = Agreement()
    for path in Self.files {
      let theirs = try perf.run(
        ["script", "-f", "-s", script, "-i", SharedData.path(path)])
      let rows = theirs.text.split(separator: "\n").map(TheirSample.init)
      let ours = try OurSample.all(SharedData.path(path))
      if rows.isEmpty || rows.count != ours.count {
        print("\(path): \(rows.count) samples of perf, \(ours.count) of ours: not compared")
        continue
      }
      let agreement = Agreement(ours: ours, theirs: rows)
      print("\(path): \(agreement)")
      total.add(agreement)
      #expect(agreement.differences.isEmpty, "\(path): \(agreement.differences.prefix(4))")
    }
    print("in all: \(total)")
    #expect(total.samples > 10_000)
  }

  @Test(
    "Offsets in modules are those of the mappings that perf lists",
    .enabled(if: hasPython && SharedData.folder != nil, "without perf or PERF_EVENTS_SHARED"),
    arguments: ["fp", "multi", "default", "zstd", "threads_dir", "regs", "buildid_mmap"])
  func offsets(name: String) throws {
    let perf = try #require(Command.perf)
    let path = SharedData.path("generated/perf6.1/\(name).data")
    let listed = try perf.run(
      ["script", "-f", "--show-mmap-events", "-F", "pid,event", "-i", path])
    // [0x55f698743000(0x258000) @ 0x80000 00:02 85 0]: r-xp /usr/bin/perf
    let pattern = /\[(0x[0-9a-f]+)\((0x[0-9a-f]+)\) @ (0x[0-9a-f]+|0) .*\]: \S+ (\S.*)/
    var offsets: [String: UInt64] = [:]
    for match in listed.text.matches(of: pattern) {
      offsets["\(match.1) \(match.4)"] = UInt64(match.3.dropFirst(2), radix: 16) ?? 0
    }
    let file = try PerfDataFile(path: path)
    let state = RecordingState(reading: file)
    var records = file.records()
    var compared = 0
    while let record = try records.next() {
      guard let sample = record.sample, let pointer = sample.instructionPointer,
        let place = state.processes.location(of: sample),
        let module = state.processes.module(of: place), module.kind == .file,
        let offset = offsets["0x\(String(place.region.address, radix: 16)) \(module.path)"]
      else { continue }
      compared += 1
      #expect(place.moduleOffset == pointer - place.region.address + offset)
    }
    #expect(compared > 10)
  }

  @Test(
    "The wall clock is the one that perf tells",
    .enabled(if: hasPython && SharedData.folder != nil, "without perf or PERF_EVENTS_SHARED"))
  func wallClock() throws {
    let perf = try #require(Command.perf)
    let path = SharedData.path("generated/perf6.1/clockid_mono.data")
    let theirs = try perf.run(["script", "-f", "--ns", "-F", "time,tod", "-i", path])
    let file = try PerfDataFile(path: path)
    let state = RecordingState(reading: file)
    #expect(state.clock.name == "monotonic")
    // perf writes the local time, whose distance from ours is a part of an hour.
    let rows: [(time: String, fraction: String)] = theirs.text.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return (String(words[2].dropLast()), String(words[1].split(separator: ":").last ?? ""))
    }
    var records = file.records()
    var ours: [(time: String, fraction: String)] = []
    while let record = try records.next() {
      guard let time = record.sample?.time, let wall = state.clock.wallClock(at: time) else {
        continue
      }
      let text = TimeResolution.nanoseconds.text(wall % 60_000_000_000)
      ours.append(
        (TimeResolution.nanoseconds.text(time), text.utf8.count == 11 ? "0" + text : text))
    }
    #expect(rows.map(\.time) == ours.map(\.time))
    #expect(rows.map(\.fraction) == ours.map(\.fraction) && ours.count == 24)
  }

  /// Sample lines and the lines behind them in what `perf report -D` of 7.2 printed.
  @Test(
    "Names and modules are those that perf 7.2 printed",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED is not set"),
    arguments: ["fp", "pipe", "zstd", "weight", "tracepoint"])
  func newerPerf(name: String) throws {
    let path = "generated/perf7.2/\(name)"
    let gzip = Command(path: "/bin/gzip")
    let text = try gzip.run(["-dc", SharedData.path(path + ".dump.gz")]).text
    var theirs: [String] = []
    var isSample = false
    for line in text.split(separator: "\n") {
      if line.contains(": PERF_RECORD_") { isSample = line.contains("PERF_RECORD_SAMPLE(") }
      guard isSample else { continue }
      if line.hasPrefix(" ... thread: ") {
        theirs.append(String(line.dropFirst(13)))
      } else if line.hasPrefix(" ...... dso: "), let last = theirs.popLast() {
        let module = String(line.dropFirst(13))
        theirs.append(last + " " + (module == "<not found>" ? "" : Agreement.plain(module)))
      }
    }
    // The dump is in the order of time.
    let ours = try OurSample.all(SharedData.path(path + ".data")).enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element)
    #expect(ours.count == theirs.count)
    #expect(ours.map { "\($0.name):\($0.thread) \($0.module)" } == theirs)
  }

  @Test(
    "Losses, quality and CPUs of given files are as their description tells",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED is not set"))
  func given() throws {
    func state(_ path: String) throws -> RecordingState {
      RecordingState(reading: try PerfDataFile(path: SharedData.path(path)))
    }
    let lost = try state("generated/perf6.1/lost.data").losses.totals
    #expect(lost.lostRecords == 16 && lost.lostSamples == 16 && lost.lost == 16)
    let killed = try state("generated/damaged/killed.data")
    #expect(killed.quality.concerns.first?.subject == .unfinished)
    #expect(killed.census.samples == 1179)
    let cut = try state("generated/damaged/cut_midrecord.data")
    #expect(cut.quality.concerns.contains { $0.subject == .damage })
    let hybrid = try state("quipper/testdata/perf.data.hybrid_topology")
    let names = hybrid.events.events.map(\.displayName)
    #expect(names.prefix(2) == ["cpu_core/cycles:ppp/", "cpu_atom/cycles:ppp/"])
    #expect(hybrid.events.events.prefix(2).map(\.pmuName) == ["cpu_core", "cpu_atom"])
    #expect(hybrid.cpus.count == 12)
    let kinds = (0..<12).map { hybrid.cpus.cpu($0).pmu }
    #expect(kinds.prefix(4) == ["cpu_core", "cpu_core", "cpu_core", "cpu_core"])
    #expect(kinds.suffix(8).filter { $0 == "cpu_atom" }.count == 8)
    #expect(hybrid.cpus.cpu(1).threadSiblings == [0, 1] && hybrid.cpus.cpu(1).isOnline == true)
    let throttled = try state("quipper/testdata/perf.data.piped.target.throttled-3.4")
    #expect(throttled.losses.totals.throttleCount == 1)
    #expect(throttled.losses.windows.map(\.cause) == [.throttled])
    let grouped = try state("generated/perf6.1/group.data")
    #expect(grouped.events.events.map(\.members) == [[0, 1], []])
  }
}

/// A sample as perf's script interface shows it.
private struct TheirSample {
  let time: UInt64
  let process: Int32
  let thread: Int32
  let name: String
  let pointer: UInt64
  let module: String
  let start: UInt64
  let buildID: String
  let frames: [String]

  init(_ line: Substring) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    time = UInt64(parts[0]) ?? 0
    process = Int32(parts[1]) ?? -1
    thread = Int32(parts[2]) ?? -1
    name = parts[3]
    pointer = UInt64(parts[4]) ?? 0
    module = Agreement.plain(parts[6])
    start = UInt64(parts[7]) ?? 0
    buildID = parts[8]
    frames = parts[9...].map { frame in
      let at = frame.firstIndex(of: "@") ?? frame.endIndex
      return frame[..<at] + "@" + Agreement.plain(String(frame[at...].dropFirst()))
    }
  }
}

/// A sample as our state shows it.
private struct OurSample {
  var time: UInt64 = 0
  var process: Int32 = -1
  var thread: Int32 = -1
  var name: String = ""
  var pointer: UInt64 = 0
  var module: String = ""
  var start: UInt64 = 0
  var buildID: String = ""
  var frames: [String] = []
  var hasStack = false
  /// What the frames that are found nowhere were before the last exec.
  var framesBeforeExec: [String] = []

  static func all(_ path: String) throws -> [OurSample] {
    let file = try PerfDataFile(path: path)
    var hasTimes = true
    for event in file.events where !event.attributes.sampleFields.contains(.time) {
      hasTimes = false
    }
    // Without times the order of the file decides.
    var state = hasTimes ? RecordingState(reading: file) : RecordingState(file)
    var samples: [OurSample] = []
    var records = file.records()
    while let record = try records.next() {
      if !hasTimes { state.apply(record) }
      if let sample = record.sample { samples.append(OurSample(sample, state)) }
    }
    return samples
  }

  init(_ sample: borrowing Sample, _ state: RecordingState) {
    let time = sample.time
    self.time = time ?? .max
    let id = sample.thread ?? ThreadID(process: -1, thread: -1)
    process = id.process
    thread = id.thread
    name = state.processes.displayName(of: id, at: time ?? .max)
    pointer = sample.instructionPointer ?? 0
    if let place = state.processes.location(of: sample),
      let found = state.processes.module(of: place)
    {
      module = Agreement.name(found, place, id.process)
      start = place.region.address
      buildID = (state.processes.buildID(of: found) ?? []).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    }
    hasStack = sample.userStack != nil
    guard let chain = sample.callchain else { return }
    var next = chain.frames
    while let frame = next.next() {
      let place = state.processes.location(of: frame, in: sample)
      let found = place.flatMap { state.processes.module(of: $0) }
      let name = found.flatMap { module in
        place.map { Agreement.name(module, $0, id.process) }
      }
      frames.append("\(frame.address)@\(name ?? "")")
      if name == nil { addBeforeExec(frame, id, time ?? .max, state.processes) }
    }
  }
}

extension OurSample {
  private mutating func addBeforeExec(
    _ frame: Callchain.Frame, _ id: ThreadID, _ time: UInt64, _ table: ProcessTable
  ) {
    let names = table.thread(id.process, at: time)?.names ?? []
    guard let exec = names.last(where: { $0.isExec && $0.time <= time && $0.time > 0 }),
      let place = table.location(
        of: frame.address, context: frame.context, thread: id, at: exec.time - 1),
      let module = table.module(of: place)
    else { return }
    framesBeforeExec.append("\(frame.address)@\(Agreement.name(module, place, id.process))")
  }
}

/// How much two views of the samples of a file agree.
private struct Agreement: CustomStringConvertible {
  var samples = 0
  var frames = 0
  var equalNames = 0
  var equalModules = 0
  var equalStarts = 0
  var equalBuildIDs = 0
  var equalFrames = 0
  /// Frames that perf still looks for in the memory from before an exec.
  var framesBeforeExec = 0
  var differences: [String] = []

  init() {}

  init(ours: [OurSample], theirs: [TheirSample]) {
    let sorted = ours.sorted { ($0.time, $0.thread, $0.pointer) < ($1.time, $1.thread, $1.pointer) }
    let rows = theirs.sorted {
      ($0.time, $0.thread, $0.pointer) < ($1.time, $1.thread, $1.pointer)
    }
    let hasTimes = ours.contains { $0.time != .max }
    for (our, their) in zip(hasTimes ? sorted : ours, hasTimes ? rows : theirs) {
      compare(our, their)
    }
  }

  private mutating func compare(_ our: OurSample, _ their: TheirSample) {
    samples += 1
    let what = "\(their.time) \(their.thread) \(String(their.pointer, radix: 16))"
    // perf reads build identifiers from files of this machine where none is recorded.
    let buildID = our.buildID.isEmpty ? "" : their.buildID
    // It moves the begin of a kernel to a symbol, depending on what it finds here.
    let start = our.module.hasPrefix("[kernel.") ? our.start : their.start
    func equal<T: Equatable>(_ one: T, _ two: T, _ field: String) -> Int {
      if one == two { return 1 }
      differences.append("\(what): \(field) \(one), perf \(two)")
      return 0
    }
    equalNames += equal(our.name, their.name, "name")
    equalModules += equal(our.module, their.module, "module")
    equalStarts += equal(our.start, start, "start")
    equalBuildIDs += equal(our.buildID, buildID, "build id")
    frames += our.frames.count
    // It unwinds copied stacks, which we leave to others.
    if our.frames.count > their.frames.count
      || our.frames.count < their.frames.count && !our.hasStack
    {
      differences.append("\(what): \(our.frames.count) frames, perf \(their.frames.count)")
    }
    for (one, two) in zip(our.frames, their.frames) {
      if one != two && our.framesBeforeExec.contains(two) {
        framesBeforeExec += 1
      } else {
        equalFrames += equal(one, two, "frame")
      }
    }
  }

  mutating func add(_ other: Agreement) {
    samples += other.samples
    frames += other.frames
    equalNames += other.equalNames
    equalModules += other.equalModules
    equalStarts += other.equalStarts
    equalBuildIDs += other.equalBuildIDs
    equalFrames += other.equalFrames
    framesBeforeExec += other.framesBeforeExec
    differences += other.differences
  }

  var description: String {
    "\(samples) samples: \(equalNames) names, \(equalModules) modules, \(equalStarts) begins, "
      + "\(equalBuildIDs) build ids equal; \(equalFrames) of \(frames) frames, "
      + "\(framesBeforeExec) from before an exec"
  }

  /// perf shows the kernel without its symbol.
  static func plain(_ name: String) -> String {
    if name.hasSuffix(".ko") { return kernelModule(name) }
    guard name.hasPrefix("[kernel."), let end = name.firstIndex(of: "]") else { return name }
    return String(name[...end])
  }

  /// perf shows some modules by path and some by name.
  static func kernelModule(_ path: String) -> String {
    guard path.hasSuffix(".ko"), let last = path.split(separator: "/").last else { return path }
    let name = String(last.dropLast(3).map { $0 == "-" ? "_" : $0 })
    return "[\(name)]"
  }

  /// perf looks for the code of a compiler at run time in a file by process.
  static func name(
    _ module: MappedModule, _ place: AddressLocation, _ process: Int32
  ) -> String {
    // The older kind of mapping tells no permissions, and stands for code.
    let protection = place.region.protection
    if module.kind == .anonymous && (protection & 4 != 0 || protection == 0) {
      return "/tmp/perf-\(process).map"
    }
    if module.kind == .kernelModule { return kernelModule(module.path) }
    return plain(module.path)
  }
}
