import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The text of tracepoints equals perf's", .serialized)
struct TracepointTextTests {
  @Test(
    "Recordings with known answers",
    .enabled(
      if: SharedRecordings.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: [
      "perf6.1/tracepoint", "perf6.1/sched", "perf6.1/trace", "perf6.1/lost",
      "perf6.1/pipe_tracepoint", "perf7.2/tracepoint",
    ])
  func known(name: String) throws {
    let path = try #require(SharedRecordings.folder) + "/" + name
    let script = SharedRecordings.run("gzip -dc \(path).script.gz").output
    let expected = SharedRecordings.lines(ofScript: script)
    #expect(expected.count > 50)
    #expect(try SharedRecordings.ownLines(path + ".data") == expected)
  }

  static let systems = [
    "sched", "timer,irq", "kmem", "raw_syscalls,signal,task", "workqueue,writeback,maple_tree",
    "rcu,csd,ipi,tlb",
  ]

  @Test(
    "Recordings made on the spot",
    .enabled(if: PerfTool.path != nil && geteuid() == 0, "perf is missing, or needs root"),
    arguments: systems)
  func recorded(systems: String) throws {
    let perf = try #require(PerfTool.path)
    let events = systems.split(separator: ",").filter {
      FileManager.default.fileExists(atPath: "/sys/kernel/tracing/events/\($0)")
    }.map { "\($0):*" }.joined(separator: ",")
    if events.isEmpty { try Test.cancel("this kernel has no such tracepoints") }
    let folder = NSTemporaryDirectory() + "traces-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/perf.data"
    let load = "ls /usr/share/doc >/dev/null; getent hosts localhost; sleep 0.05"
    let recorded = SharedRecordings.run(
      "\(perf) record -q -m 64 -e '\(events)' -a -o \(path) -- sh -c '\(load)' 2>&1")
    if !recorded.isSuccess { try Test.cancel("perf record refused: \(recorded.output)") }
    let script = SharedRecordings.run(
      "\(perf) script --ns -F comm,pid,tid,cpu,time,period,event,trace -i \(path) 2>/dev/null")
    if !script.isSuccess { try Test.cancel("perf cannot read what it recorded") }
    let symbols = SharedRecordings.run("cat /proc/kallsyms").output
    let expected = SharedRecordings.lines(ofScript: script.output)
    let own = try SharedRecordings.ownLines(path, symbols: symbols)
    #expect(own.count == expected.count)
    // perf gives out late samples when they come, so the order is compared elsewhere.
    for (ours, theirs) in zip(own.sorted(), expected.sorted()) where ours != theirs {
      Issue.record("\(systems): ours is \(ours), perf's is \(theirs)")
      break
    }
  }
}
