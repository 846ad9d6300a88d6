import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Lengths of breakpoints")
struct BreakpointLengthTests {
  private static let amd = CPUIdentifier.x86(
    vendor: "AuthenticAMD", family: 25, model: 17, stepping: 1)
  private static let arm = CPUIdentifier.arm64(midr: 0x410f_d0c0)

  private func problem(_ text: String, _ cpu: CPUIdentifier) -> EventNameProblem? {
    do {
      _ = try EventCatalog(kernel: Machine.bare(), cpus: [cpu]).resolve(text)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(arguments: [1, 2, 4, 8] as [UInt64])
  func `of data that every CPU can watch`(length: UInt64) {
    for cpu in [.skylake, Self.amd, Self.arm] {
      #expect(problem("mem:0x1000/\(length):w", cpu) == nil)
    }
  }

  @Test(arguments: [3, 5, 6, 7, 9, 12, .max] as [UInt64])
  func `that x86 cannot watch are refused with those that it can`(length: UInt64) {
    for cpu in [.skylake, Self.amd] {
      #expect(
        problem("mem:0x1000/\(length)", cpu)
          == .impossibleBreakpointLength(length, possible: [1, 2, 4, 8]))
    }
  }

  @Test func `longer ones are AMD's, and any up to a word Arm's`() {
    #expect(problem("mem:0x1000/16", Self.amd) == nil)
    #expect(problem("mem:0x1000/16", .skylake) != nil)
    #expect(problem("mem:0x1000/3", Self.arm) == nil)
    #expect(problem("mem:0x1000/9", Self.arm) != nil)
  }

  @Test func `of code are those of a word on x86`() {
    #expect(problem("mem:0x1000:x", .skylake) == nil)
    #expect(problem("mem:0x1000/8:x", .skylake) == nil)
    #expect(
      problem("mem:0x1000/4:x", .skylake) == .impossibleBreakpointLength(4, possible: [8]))
  }

  @Test func `are told in one sentence`() {
    #expect(
      problem("mem:0x1000/3", .skylake)?.description
        == "the CPU cannot watch 3 bytes with such a breakpoint, but 1, 2, 4 or 8")
  }

  @Test func `are left to the kernel where the CPU is not known`() throws {
    let catalog = EventCatalog(kernel: Machine.bare(), cpus: [])
    #expect(try catalog.resolve("mem:0x1000/3")[0].events[0].attributes.config2 == 3)
  }
}
