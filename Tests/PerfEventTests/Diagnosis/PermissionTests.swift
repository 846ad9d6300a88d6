import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// Refusals in user namespaces, and of events that have no user side.
@Suite struct PermissionTests {
  private static let allCapabilities: UInt64 = (1 << 41) - 1

  private func refusal(
    of attributes: EventAttributes, on kernel: ScriptedKernel,
    target: EventTarget = .callingThread
  ) throws -> PermissionRefusal {
    let error = #expect(throws: PerfEventError.self) {
      _ = try EventDescriptor(opening: attributes, target: target, kernel: kernel).target
    }
    guard case .permission(let refusal)? = error else {
      throw try #require(error)
    }
    return refusal
  }

  /// A machine at level 2 that lets only the user side through.
  private func machine(userMap: String?) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addMachine(paranoid: 2, capabilities: Self.allCapabilities)
    if let userMap { kernel.addFile("/proc/self/uid_map", userMap) }
    kernel.refuse(with: .accessDenied) { !$0.attributes.flags.contains(.excludeKernel) }
    return kernel
  }

  // MARK: user namespaces

  @Test(arguments: [
    "         0       1000          1\n", "         0          0          1\n",
    "0 100000 65536\n", "0 0 1\n1 1 4294967294\n", "0 0 4294967294\n", "",
  ])
  func `capabilities of another user namespace do not count`(map: String) throws {
    let kernel: ScriptedKernel = machine(userMap: map)
    let settings = KernelSettings(of: kernel)
    #expect(!settings.isInInitialUserNamespace)
    #expect(settings.capabilities == Self.allCapabilities)
    #expect(!settings.isPrivileged)
    #expect(!settings.hasPerfmonCapability)
    #expect(!settings.hasSystemCapability)
    let pageFaults = EventAttributes(type: .software, config: 2)
    let refusal = try refusal(of: pageFaults, on: kernel, target: EventTarget(task: 4711))
    #expect(refusal.request == .kernelSide)
    #expect(refusal.isUserSideAllowed)
    #expect(refusal.description.contains("modifier :u"))
    #expect(refusal.description.contains("CAP_PERFMON outside this user namespace"))
    #expect(refusal.description.contains("root of the host"))
  }

  @Test(arguments: ["         0          0 4294967295\n", "0 0 4294967295", nil])
  func `capabilities of the initial user namespace count`(map: String?) throws {
    let settings = KernelSettings(of: machine(userMap: map))
    #expect(settings.isInInitialUserNamespace)
    #expect(settings.isPrivileged && settings.hasPerfmonCapability)
    #expect(settings.hasSystemCapability)
  }

  @Test func `a file that cannot be read is no reason to distrust`() {
    let kernel: ScriptedKernel = machine(userMap: nil)
    kernel.addFailure("/proc/self/uid_map", .accessDenied)
    #expect(KernelSettings(of: kernel).isInInitialUserNamespace)
  }

  /// unshare(1) fails where user namespaces are forbidden.
  private static let mapOfNewNamespace: String? = {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    guard
      var command = try? WaitingCommand(
        ["unshare", "-Ur", "sh", "-c", "cat /proc/self/uid_map >'\(file.path)'"]),
      (try? command.start()) != nil, (try? command.wait()) == .exited(0)
    else { return nil }
    return try? String(contentsOf: file, encoding: .utf8)
  }()

  @Test(.enabled(if: mapOfNewNamespace != nil, "user namespaces are not allowed here"))
  func `the kernel's own map of a new namespace is recognised`() throws {
    let map: String = try #require(Self.mapOfNewNamespace)
    #expect(!KernelSettings(of: machine(userMap: map)).isInInitialUserNamespace)
  }

  // MARK: events of the kernel only

  @Test(arguments: [
    (EventType.software, UInt64(3)), (.software, 4), (.software, 10), (.software, 11),
    (.tracepoint, 300), (.tracepoint, 2),
  ])
  func `the user side is not advised where it is empty`(type: EventType, config: UInt64) throws {
    let kernel: ScriptedKernel = machine(userMap: "0 1000 1")
    let refusal = try refusal(of: EventAttributes(type: type, config: config), on: kernel)
    #expect(refusal.request == .kernelSide)
    #expect(refusal.isKernelOnly)
    #expect(!refusal.isUserSideAllowed)
    #expect(!refusal.description.contains(":u"))
    #expect(refusal.description.hasPrefix("counting what happens in the kernel only needs"))
  }

  @Test(arguments: [
    (EventType.software, UInt64(0)), (.software, 1), (.software, 2), (.software, 5),
    (.software, 6), (.software, 7), (.software, 8), (.software, 9), (.hardware, 3),
    (.hardwareCache, 4), (.raw, 11), (.breakpoint, 10),
  ])
  func `the user side is advised where it is not`(type: EventType, config: UInt64) throws {
    let kernel: ScriptedKernel = machine(userMap: "0 1000 1")
    let refusal = try refusal(of: EventAttributes(type: type, config: config), on: kernel)
    #expect(!refusal.isKernelOnly)
    #expect(refusal.isUserSideAllowed)
    #expect(refusal.description.hasPrefix("counting the kernel side needs"))
    #expect(refusal.description.contains(":u"))
  }
}
