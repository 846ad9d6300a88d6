import PerfEvent
import TestSupport
import Testing

/// The kernel that other tests script must itself behave as one.
@Suite struct ScriptedKernelTests {
  @Test func `a group read has the kernel's order`() throws {
    let kernel = ScriptedKernel()
    var attributes = EventAttributes(type: .hardware, config: 0)
    attributes.readFormat = [.timeEnabled, .timeRunning, .id, .group, .lost]
    kernel.setCounts(
      ScriptedCounts(value: 5, timeEnabled: 20, timeRunning: 10, lost: 1), ofConfig: 0)
    kernel.setCounts(ScriptedCounts(value: 6, lost: 2), ofConfig: 1)
    do {
      let leader = try EventDescriptor(opening: attributes, kernel: kernel)
      attributes.config = 1
      let sibling = try EventDescriptor(
        opening: attributes, joining: leader)
      var words: [UInt64] = [UInt64](repeating: 0, count: 9)
      var span: MutableSpan<UInt64> = words.mutableSpan
      #expect(try leader.read(into: &span) == 9)
      #expect(words == [2, 20, 10, 5, try leader.identifier(), 1, 6, try sibling.identifier(), 2])
      #expect(kernel.leaks.count == 2)
    }
    #expect(kernel.leaks == [])
    #expect(kernel.misuses == [])
    #expect(kernel.opens.map(\.group) == [-1, 1000])
  }

  @Test func `queued reads come before the counts`() throws {
    let kernel = ScriptedKernel()
    let event = try EventDescriptor(opening: EventAttributes(type: .software), kernel: kernel)
    kernel.setCounts(ScriptedCounts(value: 3), of: event.fileDescriptor)
    kernel.enqueue([.bytes([]), .error(.noSpace), .words([9])], of: event.fileDescriptor)
    var words: [UInt64] = [0, 0]
    var span: MutableSpan<UInt64> = words.mutableSpan
    #expect(try event.read(into: &span) == 0)
    #expect(throws: PerfEventError.systemCall("read", .noSpace)) {
      var words: [UInt64] = [0]
      var span: MutableSpan<UInt64> = words.mutableSpan
      return try event.read(into: &span)
    }
    #expect(try event.read(into: &span) == 1)
    #expect(words[0] == 9)
    span = words.mutableSpan
    #expect(try event.read(into: &span) == 1)
    #expect(words[0] == 3)
  }

  @Test func `files lie in folders`() throws {
    let kernel = ScriptedKernel()
    kernel.addFile("/sys/devices/cpu/type", "4\n")
    kernel.addFolder("/sys/devices/empty")
    kernel.addFailure("/sys/devices/secret", .accessDenied)
    #expect(try kernel.readText("/sys/devices/cpu/type") == "4")
    #expect(try kernel.listDirectory("/sys/devices") == ["cpu", "empty", "secret"])
    #expect(try kernel.listDirectory("/sys/devices/empty") == [])
    #expect(throws: Errno.accessDenied) { try kernel.readText("/sys/devices/secret") }
    #expect(throws: Errno.noSuchFile) { try kernel.readText("/sys/nothing") }
    #expect(throws: Errno.isDirectory) { try kernel.readText("/sys/devices") }
    #expect(throws: Errno.notDirectory) { try kernel.listDirectory("/sys/devices/cpu/type") }
    #expect(throws: Errno.fileTooLarge) { try kernel.readFile("/sys/devices/cpu/type", limit: 1) }
  }

  @Test func `what is not open is noticed`() {
    let kernel = ScriptedKernel()
    kernel.close(7)
    kernel.unmap(UnsafeMutableRawBufferPointer(start: nil, count: 0))
    #expect(throws: Errno.badDescriptor) { try kernel.control(7, .enable, argument: 0) }
    #expect(kernel.misuses.count == 3)
  }

  @Test func `rules refuse, and a limit counts descriptors`() throws {
    let kernel = ScriptedKernel()
    kernel.limitDescriptors(to: 1)
    kernel.refuse(with: .busy) { $0.attributes.config == 9 }
    let first: Int32 = try kernel.open(
      EventAttributes(type: .software), target: .callingThread, group: -1, flags: [])
    #expect(throws: Errno.tooManyOpenFiles) {
      try kernel.open(
        EventAttributes(type: .software), target: .callingThread, group: -1, flags: [])
    }
    kernel.close(first)
    #expect(throws: Errno.busy) {
      try kernel.open(
        EventAttributes(type: .software, config: 9), target: .callingThread, group: -1, flags: [])
    }
    #expect(kernel.openDescriptors == [])
  }
}
