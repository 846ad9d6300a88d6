import Counting

let m = try measure("page-faults,task-clock,context-switches,cycles") {
  (0..<100000).map { $0 &* 3 }.reduce(0, &+)
}
print(m.value, m, "\nown", m.ownCost)
let r = try RegionCounter("page-faults,task-clock")
try r.measure("outer") {
  for _ in 0..<3 {
    try r.measure("inner") {
      var a = [UInt8](repeating: 1, count: 1 << 20)
      a[5] = 2
      _ = a.count
    }
  }
}
for t in try r.totals() { print(t, "own", t.ownCounts) }
let t = try await measureTask("page-faults,task-clock") { () async -> Int in
  await withTaskGroup(of: Int.self) { g in
    for i in 0..<10 {
      g.addTask {
        await Task.yield()
        return i
      }
    }
    return await g.reduce(0, +)
  }
}
print(t.value, t)
do { _ = try measure("cycles") {} } catch { print(error) }
