import PerfEvent
import Testing

/// A client that imports PerfEvent and nothing below it reaches everything.
///
/// That this compiles is what is tested.
@Suite struct PerfEventClient {
  @Test func `attributes need no C`() throws {
    var attributes = EventAttributes(type: .software, config: 2)
    attributes.flags = [.disabled, .excludeKernel, .excludeHypervisor]
    attributes.readFormat = [.timeEnabled, .timeRunning, .id, .group, .lost]
    attributes.sampleFields = [.identifier, .instructionPointer, .address]
    attributes.branchFields = [.user, .anyCall]
    attributes.breakpointAccess = [.read, .write]
    attributes.precision = 1
    let bytes: [UInt8] = attributes.bytes(byteOrder: .native, size: 136)
    let parsed = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .native)
    #expect(parsed == attributes)
    #expect(parsed.unknownTail.isEmpty)
    #expect(parsed.smallestSize == 80)
    #expect(ReadLayout(format: attributes.readFormat, memberCount: 2).wordCount == 9)
  }

  /// Any value of the seam may stand for the kernel.
  private func count(on kernel: any Kernel) throws(PerfEventError) -> [UInt64] {
    let event = try EventDescriptor(
      opening: EventAttributes(type: .software, config: 9), target: .callingThread,
      kernel: kernel)
    try event.enable(.group)
    try event.reset()
    try event.disable()
    var words: [UInt64] = [0]
    var span: MutableSpan<UInt64> = words.mutableSpan
    _ = try event.read(into: &span)
    let page = try UserPage(of: event)
    if let reading: UserReading = page.read() { words.append(reading.value) }
    return words
  }

  private func records(of event: borrowing EventDescriptor) throws(PerfEventError) -> Int {
    var ring = try RingBuffer(of: event, dataPages: 1)
    var bytes = 0
    while let record: RawSpan = ring.next() { bytes += record.byteCount }
    return bytes
  }

  @Test func `events, pages, rings and commands need no C`() throws {
    let kernel = LinuxKernel()
    do {
      #expect(try count(on: kernel).first == 0)
    } catch {
      #expect(!error.description.isEmpty)
    }
    var command = try WaitingCommand(["true"])
    try command.start()
    let ended: CommandStatus = try command.wait()
    #expect(ended == .exited(0))
    #expect(KernelSettings(of: kernel).seccompMode >= 0)
    #expect(ThreadIdentity.current == .current)
  }
}
