@testable import EventCatalog
import Testing
@Suite struct Scratch {
  @Test func likwid() throws {
    for m in Microarchitecture.all { for cpu in KnownCPUs.samples(of: m) {
      let theirs = LIKWIDArchitecture.names(of: cpu)
      let own = Microarchitecture.of(cpu: cpu).flatMap { $0.tables.likwid }
      if !Set(theirs).subtracting(own).isEmpty || (theirs.isEmpty && !own.isEmpty) { print("##", m, cpu, theirs, own) }
    } }
  }
}
