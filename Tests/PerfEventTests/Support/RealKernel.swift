import Foundation
import Testing

@testable import PerfEvent

/// What tests on the kernel below them share.
enum RealKernel {
  static let kernel = LinuxKernel()

  /// Whether four hardware breakpoints can be had.
  static let allowsBreakpoints: Bool = {
    var attributes = EventAttributes(type: .breakpoint)
    attributes.breakpointAccess = .write
    attributes.config1 = 0x10000
    attributes.config2 = 8
    attributes.flags = [.disabled, .excludeKernel, .excludeHypervisor]
    return opens(attributes)
  }()

  static var isRoot: Bool { geteuid() == 0 }

  /// The kernel's numbers of the software events.
  enum Software: UInt64 {
    case taskClock = 1
    case pageFaults = 2
    case contextSwitches = 3
    case dummy = 9
  }

  static func software(_ event: Software) -> EventAttributes {
    var attributes = EventAttributes(type: .software, config: event.rawValue)
    attributes.flags = [.excludeKernel, .excludeHypervisor]
    return attributes
  }

  private static func opens(_ attributes: EventAttributes) -> Bool {
    guard
      let descriptor = try? kernel.open(
        attributes, target: .callingThread, group: -1, flags: .closeOnExec)
    else { return false }
    kernel.close(descriptor)
    return true
  }

  /// The descriptors of perf events that this process has open.
  static func openEvents() -> Int {
    let names: [String] = (try? kernel.listDirectory("/proc/thread-self/fd")) ?? []
    return names.filter { name in
      let target = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/thread-self/fd/\(name)")
      return target?.contains("[perf_event]") ?? false
    }.count
  }
}

/// Memory without pages, each of which faults once when it is first written.
final class FreshPages {
  let address: UInt
  let count: Int
  private let bytes: UnsafeMutableRawBufferPointer
  static let pageSize: Int = sysconf(Int32(_SC_PAGESIZE))

  init?(_ count: Int) {
    let length: Int = count * Self.pageSize
    guard
      let start = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { return nil }
    // Huge pages would fault once for many.
    madvise(start, length, MADV_NOHUGEPAGE)
    bytes = UnsafeMutableRawBufferPointer(start: start, count: length)
    address = UInt(bitPattern: start)
    self.count = count
  }

  func touch() {
    for page in 0..<count { bytes[page * Self.pageSize] = 1 }
  }

  deinit {
    munmap(bytes.baseAddress, bytes.count)
  }
}

extension EventDescriptor {
  /// Reads all words that the attributes' format has.
  func readWords(members: Int = 1) throws(PerfEventError) -> [UInt64] {
    let layout = ReadLayout(format: attributes.readFormat, memberCount: members)
    var words = [UInt64](repeating: .max, count: layout.wordCount)
    var span: MutableSpan<UInt64> = words.mutableSpan
    let count: Int = try read(into: &span)
    return Array(words.prefix(count))
  }
}
