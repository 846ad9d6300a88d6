import PerfEvent
import TestSupport
import Testing

/// The examples of the documentation, which have to compile and to do what they say.
@Suite(
  .serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct DocumentationTests {
  @Test func `the landing page`() throws {
    var attributes = EventAttributes(type: .software, config: 2)  // page faults
    attributes.flags = [.excludeKernel, .excludeHypervisor]
    attributes.readFormat = [.timeEnabled, .timeRunning]
    let event = try EventDescriptor(opening: attributes)
    try #require(FreshPages(30)).touch()

    var words: [UInt64] = [0, 0, 0]
    var span = words.mutableSpan
    _ = try event.read(into: &span)

    let layout = ReadLayout(format: attributes.readFormat)
    let faults = words[layout.value(of: 0)]
    #expect(faults >= 30)
  }

  @Test func `why an event cannot be opened`() {
    var output: [String] = []
    func print(_ value: Any) { output.append("\(value)") }

    do {
      let event = try EventDescriptor(opening: EventAttributes(type: .hardware, config: 0))
      print("cycles are counted by descriptor \(event.fileDescriptor)")
    } catch {
      print(error)
    }
    #expect(output.count == 1)
    #expect(
      PerfEventError.noHardwarePMU(isVirtualMachine: true).description
        == "this virtual machine has no hardware PMU: ask its operator to pass one through, "
        + "or count software events such as task-clock and page-faults")
  }

  @Test func `settings at a glance`() {
    var output: [String] = []
    func print(_ value: String) { output.append(value) }

    let settings = KernelSettings()
    if !settings.hasCorePMU { print("hardware events are not available here") }
    if let level = settings.paranoidLevel, level > 1, !settings.isPrivileged {
      print("the kernel side is not counted")
    }
    #expect(output.contains("hardware events are not available here") == !settings.hasCorePMU)
  }
}
