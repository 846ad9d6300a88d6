import CTestSupport
import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// Refusals of the kernel below, each in a process of its own where the process
/// has to be restricted.
@Suite(
  .serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct RealRefusalTests {
  /// The reason why the real kernel refuses an event.
  static func refusal(
    of attributes: EventAttributes, target: EventTarget = .callingThread, leader: Int32? = nil,
    flags: OpenFlags = []
  ) -> PerfEventError? {
    do {
      _ = try EventDescriptor(
        opening: attributes, target: target, group: leader ?? -1, flags: flags,
        kernel: LinuxKernel()
      ).target
      return nil
    } catch {
      return error
    }
  }

  /// An event that needs no privilege, so that any refusal has another reason.
  private static func userSide(_ type: EventType, config: UInt64 = 0) -> EventAttributes {
    var attributes = EventAttributes(type: type, config: config)
    attributes.flags = [.excludeKernel, .excludeHypervisor]
    return attributes
  }

  @Test func `a limit on descriptors is named with its numbers`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 40, rlim_max: 40)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
      var last: PerfEventError?
      for _ in 0..<50 where last == nil {
        do {
          _ = try LinuxKernel().open(
            RealKernel.software(.dummy), target: .callingThread, group: -1, flags: [])
        } catch {
          last = RealRefusalTests.refusal(of: RealKernel.software(.dummy))
        }
      }
      #expect(last == .tooManyDescriptors(DescriptorLimit(soft: 40, hard: 40)))
      #expect(last?.description.contains("all 40 descriptors") == true)
    }
  }

  @Test(arguments: [EPERM, ENOSYS, EACCES])
  func `a seccomp filter is recognised`(error: Int32) async {
    await #expect(processExitsWith: .success) { [error] in
      #expect(ctest_refuse_perf_event_open(error) == 0)
      #expect(
        RealRefusalTests.refusal(of: RealKernel.software(.pageFaults))
          == .seccomp(Errno(rawValue: error)))
    }
  }

  @Test(.enabled(if: RealKernel.isRoot, "only root can become somebody else"))
  func `a user without privilege learns what the level forbids`() async {
    // The exit status tells which expectation did not hold.
    await #expect(processExitsWith: .success) {
      guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(1) }
      let settings = KernelSettings()
      guard !settings.isPrivileged else { exit(2) }
      guard let level = settings.paranoidLevel else { exit(3) }
      var user: EventAttributes = RealKernel.software(.pageFaults)
      let mine: PerfEventError? = RealRefusalTests.refusal(of: user)
      guard (mine == nil) == (level <= 2) else { exit(4) }
      let other: PerfEventError? = RealRefusalTests.refusal(
        of: user, target: EventTarget(task: 1))
      user.flags = []
      let both: PerfEventError? = RealRefusalTests.refusal(of: user)
      let cpu: PerfEventError? = RealRefusalTests.refusal(
        of: user, target: EventTarget(task: -1, cpu: 0))
      let kernelSide = PermissionRefusal(
        .kernelSide, of: user, neededLevel: 1, settings: settings)
      let wholeCPU = PermissionRefusal(
        .wholeCPU, of: user, neededLevel: 0, settings: settings)
      guard both == (level > 1 ? .permission(kernelSide) : nil) else { exit(5) }
      guard cpu == (level > 0 ? .permission(wholeCPU) : nil) else { exit(6) }
      guard level <= 2 else { return }
      guard case .permission(let refusal)? = other else { exit(7) }
      guard refusal.request == .task(1) else { exit(8) }
    }
  }

  @Test(.enabled(if: RealKernel.isRoot, "only root can become somebody else"))
  func `a user without privilege cannot map without end`() async {
    await #expect(processExitsWith: .success) {
      #expect(setgid(65_534) == 0 && setuid(65_534) == 0)
      let settings = KernelSettings()
      guard settings.paranoidLevel.map({ $0 >= 0 && $0 <= 2 }) == true else { return }
      var attributes: EventAttributes = RealKernel.software(.pageFaults)
      attributes.samplePeriod = 1
      let event = try EventDescriptor(opening: attributes)
      let error = #expect(throws: PerfEventError.self) {
        _ = try RingBuffer(of: event, dataPages: 1 << 16).skippedBytes
      }
      guard case .mappingTooLarge(_, let allowed)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(allowed == settings.mappableKilobytes && allowed != nil)
    }
  }

  @Test func `targets that are not there are named`() {
    let page: EventAttributes = RealKernel.software(.pageFaults)
    // The largest number that the kernel can be set to give is 2^22.
    #expect(Self.refusal(of: page, target: EventTarget(task: 1 << 23)) == .noSuchTask(1 << 23))
    #expect(
      Self.refusal(of: page, target: EventTarget(task: 0, cpu: 100_000)) == .noSuchCPU(100_000))
    #expect(Self.refusal(of: page, target: EventTarget(task: 0, cpu: -2)) == .noSuchCPU(-2))
    #expect(Self.refusal(of: page, target: EventTarget(task: -1, cpu: -1)) == .noTarget)
    #expect(
      Self.refusal(of: page, target: EventTarget(task: 0, cpu: -1), flags: .cgroup)
        == .cgroupNeedsCPU)
    #expect(
      Self.refusal(of: page, target: EventTarget(task: 0, cpu: 0), flags: .cgroup)
        == .notACgroup(0))
  }

  @Test func `events that are not there are named`() {
    #expect(
      Self.refusal(of: Self.userSide(.software, config: 9999))
        == .unknownEvent(type: .software, config: 9999))
    #expect(
      Self.refusal(of: Self.userSide(.tracepoint, config: 1 << 40))
        == .unknownEvent(type: .tracepoint, config: 1 << 40))
    let type = EventType(rawValue: 123_456)
    #expect(Self.refusal(of: Self.userSide(type)) == .noSuchPMU(type))
  }

  @Test(
    .enabled(
      if: RealRefusalTests.refusal(of: userSide(.hardware)) != nil,
      "this machine has a hardware PMU"))
  func `a machine without PMU says so`() {
    let settings = KernelSettings()
    #expect(!settings.hasCorePMU)
    #expect(
      Self.refusal(of: Self.userSide(.hardware))
        == .noHardwarePMU(isVirtualMachine: settings.isVirtualMachine))
  }

  @Test func `attributes that the kernel refuses are named`() {
    var attributes: EventAttributes = RealKernel.software(.pageFaults)
    attributes.flags.insert(EventFlags(rawValue: 1 << 63))
    #expect(
      Self.refusal(of: attributes) == .invalidAttribute("a flag that it does not know"))
    attributes = RealKernel.software(.pageFaults)
    attributes.sampleFields = SampleFields(rawValue: 1 << 62)
    #expect(Self.refusal(of: attributes) == .invalidAttribute("sample_type"))
    attributes = RealKernel.software(.pageFaults)
    attributes.flags.insert(.useClockID)
    attributes.clockID = 4711
    #expect(Self.refusal(of: attributes) == .invalidAttribute("use_clockid"))
    attributes = RealKernel.software(.pageFaults)
    attributes.flags.insert(.frequency)
    attributes.samplePeriod = 1_000_000_000_000
    guard case .frequencyTooHigh(1_000_000_000_000, _)? = Self.refusal(of: attributes) else {
      Issue.record("\(String(describing: Self.refusal(of: attributes)))")
      return
    }
    attributes = RealKernel.software(.pageFaults)
    attributes.sampleFields = .callchain
    attributes.samplePeriod = 1
    attributes.maximumCallchainDepth = .max
    #expect(Self.refusal(of: attributes) == .invalidAttribute("sample_max_stack"))
  }

  @Test func `fields newer than the kernel come with both sizes`() throws {
    let known = try #require(LinuxKernel().attributeSize)
    var attributes: EventAttributes = RealKernel.software(.dummy)
    attributes.config4 = 1
    if known < 144 {
      #expect(Self.refusal(of: attributes) == .attributesTooLarge(size: 144, kernelSize: known))
    }
    // A file of a kernel from the future.
    var bytes = [UInt8](repeating: 0, count: 256)
    bytes.replaceSubrange(0..<8, with: [1, 0, 0, 0, 0, 1, 0, 0])
    bytes[8] = 9
    bytes[250] = 1
    attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    #expect(Self.refusal(of: attributes) == .attributesTooLarge(size: 256, kernelSize: known))
  }

  @Test func `groups that cannot be are told apart`() throws {
    let leader = try EventDescriptor(opening: RealKernel.software(.dummy))
    let sibling = try EventDescriptor(
      opening: RealKernel.software(.dummy), joining: leader)
    #expect(
      Self.refusal(of: RealKernel.software(.dummy), leader: sibling.fileDescriptor)
        == .notALeader)
    var attributes: EventAttributes = RealKernel.software(.dummy)
    attributes.flags.insert(.pinned)
    #expect(
      Self.refusal(of: attributes, leader: leader.fileDescriptor) == .invalidAttribute("pinned"))
    attributes = RealKernel.software(.dummy)
    attributes.flags.insert(.inherit)
    #expect(
      Self.refusal(of: attributes, leader: leader.fileDescriptor) == .differsFromGroup("inherit"))
    attributes = RealKernel.software(.dummy)
    attributes.flags.insert(.useClockID)
    attributes.clockID = 1
    #expect(
      Self.refusal(of: attributes, leader: leader.fileDescriptor) == .differsFromGroup("clockid"))
  }

  @Test func `a software event's page is mapped and allows no counter`() throws {
    let event = try EventDescriptor(opening: RealKernel.software(.pageFaults))
    let page = try UserPage(of: event)
    let allowed: [Bool] = [page.allowsCounterAccess, page.allowsTimeAccess]
    #expect(allowed == [false, false])
    let reading: UserReading? = page.read()
    #expect(reading == nil)
  }
}
