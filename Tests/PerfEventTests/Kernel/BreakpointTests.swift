import Testing

@testable import PerfEvent

/// Breakpoints count exactly, with or without a PMU.
@Suite(
  .serialized, .enabled(if: RealKernel.allowsBreakpoints, "there are no hardware breakpoints here"))
struct BreakpointTests {
  private func breakpoint(
    at address: UnsafeMutablePointer<UInt64>, _ access: BreakpointAccess
  ) -> EventAttributes {
    var attributes = EventAttributes(type: .breakpoint)
    attributes.breakpointAccess = access
    attributes.config1 = UInt64(UInt(bitPattern: address))
    attributes.config2 = 8
    attributes.flags = [.disabled, .excludeKernel, .excludeHypervisor]
    return attributes
  }

  /// Stores that the compiler may not join.
  @inline(never)
  private func write(_ count: Int, to address: UnsafeMutablePointer<UInt64>) {
    for value in 0..<count { store(UInt64(value), to: address) }
  }

  @inline(never) @_optimize(none)
  private func store(_ value: UInt64, to address: UnsafeMutablePointer<UInt64>) {
    address.pointee = value
  }

  @Test(arguments: [0, 1, 1000])
  func `writes to a variable are counted exactly`(count: Int) throws {
    let address: UnsafeMutablePointer<UInt64> = .allocate(capacity: 2)
    defer { address.deallocate() }
    address.initialize(repeating: 0, count: 2)
    let event = try EventDescriptor(opening: breakpoint(at: address, .write))
    try event.enable()
    write(count, to: address)
    write(3, to: address + 1)
    try event.disable()
    #expect(try event.readWords() == [UInt64(count)])
  }

  @Test func `a breakpoint can be moved`() throws {
    let address: UnsafeMutablePointer<UInt64> = .allocate(capacity: 2)
    defer { address.deallocate() }
    address.initialize(repeating: 0, count: 2)
    let event = try EventDescriptor(opening: breakpoint(at: address, .write))
    try event.enable()
    write(5, to: address)
    try event.disable()
    try event.modify(to: breakpoint(at: address + 1, .write))
    try event.enable()
    write(100, to: address)
    write(7, to: address + 1)
    try event.disable()
    #expect(try event.readWords() == [12])
  }

  @Test func `when all are taken the error says so, and one given back helps`() throws {
    let address: UnsafeMutablePointer<UInt64> = .allocate(capacity: 1)
    defer { address.deallocate() }
    let attributes: EventAttributes = breakpoint(at: address, .write)
    var taken: [Int32] = []
    defer { for descriptor in taken { LinuxKernel().close(descriptor) } }
    while taken.count < 64,
      let descriptor = try? LinuxKernel().open(
        attributes, target: .callingThread, group: -1, flags: .closeOnExec)
    {
      taken.append(descriptor)
    }
    #expect((1...16).contains(taken.count))
    let error = #expect(throws: PerfEventError.self) {
      _ = try EventDescriptor(opening: attributes).target
    }
    #expect(error == .noFreeBreakpoint)
    #expect(
      error?.description
        == "all hardware breakpoints are in use: close some first; most CPUs have four")
    LinuxKernel().close(taken.removeLast())
    _ = try EventDescriptor(opening: attributes).target
  }

  @Test func `a length that no hardware has is named`() throws {
    let address: UnsafeMutablePointer<UInt64> = .allocate(capacity: 1)
    defer { address.deallocate() }
    var attributes: EventAttributes = breakpoint(at: address, .write)
    attributes.config2 = 64
    let error = #expect(throws: PerfEventError.self) {
      _ = try EventDescriptor(opening: attributes).target
    }
    #expect(error == .invalidBreakpoint(address: attributes.config1, length: 64))
    #expect(error?.description.contains("1, 2, 4 or 8 bytes") == true)
  }
}
