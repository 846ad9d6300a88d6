import TestSupport
import Testing

@testable import PerfEvent

/// Refusals that concern a task, the settings or an address.
extension DiagnosisTests {
  @Test func `another user's task needs its owner or a capability`() throws {
    let kernel = machine()
    kernel.refuse(with: .accessDenied)
    let error = try refusal(of: user(), on: kernel, target: EventTarget(task: 1))
    guard case .permission(let refusal) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(refusal.request == .task(1))
    #expect(error.description.contains("task 1"))
    #expect(error.description.contains("owner or root"))
    #expect(error.description.contains("CAP_PERFMON"))
  }

  @Test func `a task that may be watched is not blamed for an event that may not`() throws {
    let kernel = machine()
    kernel.refuse(with: .notPermitted) { $0.attributes.type == .tracepoint }
    var attributes = EventAttributes(type: .tracepoint, config: 1)
    attributes.flags = [.excludeKernel, .excludeHypervisor]
    let error = try refusal(of: attributes, on: kernel, target: EventTarget(task: 1))
    #expect(error == .systemCall("perf_event_open", .notPermitted))
  }

  @Test func `a refusal without a descriptor left to read the settings names the limit`() throws {
    let kernel = machine()
    kernel.refuse(with: .accessDenied)
    kernel.addFailure("/proc/sys/kernel/perf_event_paranoid", .tooManyOpenFiles)
    let error = try refusal(of: user(), on: kernel)
    #expect(error == .tooManyDescriptors(kernel.descriptorLimit))
  }

  @Test func `probes need privilege at every level`() throws {
    let kernel = machine(paranoid: -1)
    kernel.addFile("/sys/bus/event_source/devices/uprobe/type", "8\n")
    kernel.refuse(with: .accessDenied)
    let error = try refusal(of: user(EventType(rawValue: 8)), on: kernel)
    guard case .permission(let refusal) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(refusal.request == .probe)
    #expect(error.description.contains("CAP_PERFMON"))
  }

  @Test func `a breakpoint in the kernel needs CAP_SYS_ADMIN`() throws {
    let kernel = machine(paranoid: -1)
    kernel.refuse(with: .notPermitted)
    var attributes = EventAttributes(type: .breakpoint)
    attributes.config1 = 0xffff_ffff_8100_0000
    let error = try refusal(of: attributes, on: kernel)
    #expect(error.description.contains("breakpoint in the kernel"))
    #expect(error.description.contains("CAP_SYS_ADMIN"))
  }
}
