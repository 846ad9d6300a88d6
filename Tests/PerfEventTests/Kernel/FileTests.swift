import Foundation
import TestSupport
import Testing

@testable import PerfEvent

/// The files that explain the kernel, and what is read from them.
@Suite struct FileTests {
  private let kernel = LinuxKernel()

  @Test func `files of proc are read whole and within a limit`() throws {
    let status: [UInt8] = try kernel.readFile("/proc/self/status", limit: 1 << 16)
    #expect(status.count > 100)
    #expect(try kernel.readFile("/proc/version", limit: 1 << 16) == readWhole("/proc/version"))
    let version: Int = try kernel.readFile("/proc/version", limit: 1 << 16).count
    #expect(try kernel.readFile("/proc/version", limit: version).count == version)
    #expect(throws: Errno.fileTooLarge) {
      try kernel.readFile("/proc/version", limit: version - 1)
    }
    #expect(throws: Errno.noSuchFile) { try kernel.readFile("/proc/nothing", limit: 10) }
    #expect(throws: Errno.isDirectory) { try kernel.readFile("/proc", limit: 10) }
  }

  @Test(arguments: ["/dev/zero", "/dev/null"])
  func `devices are no files`(path: String) {
    #expect(throws: Errno.illegalSeek) { try kernel.readFile(path, limit: 100_000) }
  }

  private func readWhole(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { Array($0) } ?? []
  }

  @Test func `text is trimmed`() throws {
    let scripted = ScriptedKernel()
    for (text, trimmed) in [("4\n", "4"), ("\t a b \r\n\n", "a b"), ("", ""), (" \n", "")] {
      scripted.addFile("/file", text)
      #expect(try scripted.readText("/file") == trimmed)
    }
    scripted.addFile("/file", bytes: [0x61, 0xff, 0x62])
    #expect(try scripted.readText("/file") == "a\u{fffd}b")
  }

  @Test func `folders are listed without dots and in order`() throws {
    let tasks: [String] = try kernel.listDirectory("/proc/self/task")
    #expect(tasks.contains("\(ThreadIdentity.kernelThreadID)"))
    let root: [String] = try kernel.listDirectory("/")
    #expect(root.contains("proc") && !root.contains(".") && !root.contains(".."))
    #expect(root == root.sorted())
    #expect(throws: Errno.noSuchFile) { try kernel.listDirectory("/no/such") }
    #expect(throws: Errno.notDirectory) { try kernel.listDirectory("/proc/version") }
  }

  @Test func `limits on descriptors are those of the process`() throws {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    #expect(
      kernel.descriptorLimit
        == DescriptorLimit(soft: UInt64(limit.rlim_cur), hard: UInt64(limit.rlim_max)))
  }

  @Test func `settings come from their files`() {
    let scripted = ScriptedKernel()
    scripted.addMachine(
      paranoid: -1, seccomp: 2, capabilities: 1 << 38 | 1, corePMU: "cpu_atom", isVirtual: true)
    scripted.addFile("/sys/bus/event_source/devices/cpu_atom/type", "10\n")
    scripted.addFile("/sys/bus/event_source/devices/cpu_atom/cpus", "4-7\n")
    let settings = KernelSettings(of: scripted)
    #expect(settings.paranoidLevel == -1)
    #expect(settings.mappableKilobytes == 516)
    #expect(settings.seccompMode == 2)
    #expect(settings.capabilities == 1 << 38 | 1)
    #expect(settings.hasPerfmonCapability && !settings.hasSystemCapability)
    #expect(settings.isPrivileged)
    #expect(settings.pmus == ["breakpoint", "cpu_atom", "software", "tracepoint"])
    #expect(settings.hasCorePMU)
    #expect(settings.isVirtualMachine)
  }

  @Test func `a machine without files, or with strange ones, has defaults`() {
    let scripted = ScriptedKernel()
    let empty = KernelSettings(of: scripted)
    #expect(empty.paranoidLevel == nil && empty.mappableKilobytes == nil)
    #expect(empty.pmus == [] && !empty.hasCorePMU && !empty.isPrivileged)
    scripted.addFile("/proc/sys/kernel/perf_event_paranoid", "99999999999999999999999\n")
    scripted.addFile("/proc/self/status", "CapEff:\tzzz\nSeccomp:\t99999999999999999999\n:::\n")
    scripted.addFile("/proc/cpuinfo", bytes: [UInt8](repeating: 0xff, count: 1 << 20))
    scripted.addFailure("/sys/bus/event_source/devices", .accessDenied)
    #expect(KernelSettings(of: scripted) == empty)
    scripted.addFile("/sys/class/dmi/id/sys_vendor", "QEMU\n")
    #expect(KernelSettings(of: scripted).isVirtualMachine)
  }

  @Test func `error numbers have the system's words and their C name`() {
    #expect(Errno.accessDenied.description == "Permission denied (EACCES)")
    #expect(Errno(rawValue: ENOTTY).description.hasSuffix("(errno \(ENOTTY))"))
    #expect(Errno(rawValue: 12_345).description.hasSuffix("(errno 12345)"))
  }
}
