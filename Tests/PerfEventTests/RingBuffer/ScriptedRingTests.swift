import TestSupport
import Testing

@testable import PerfEvent

/// A ring buffer whose memory a test writes, sense or nonsense.
@Suite(.timeLimit(.minutes(1)))
struct ScriptedRingTests {
  private static let head = 1024
  private static let tail = 1032
  private static let size = 4096

  private struct Ring: ~Copyable {
    let kernel: ScriptedKernel
    let event: EventDescriptor
    let memory: ScriptedMemory
    var ring: RingBuffer

    init(start: UInt64 = 0) throws {
      let kernel = ScriptedKernel()
      kernel.onMap { _, memory, _ in
        memory.store(start, at: ScriptedRingTests.head)
        memory.store(start, at: ScriptedRingTests.tail)
        return nil
      }
      let event = try EventDescriptor(
        opening: EventAttributes(type: .software), kernel: kernel)
      let ring = try RingBuffer(of: event, dataPages: 1)
      memory = try #require(kernel.memory(of: event.fileDescriptor))
      self.kernel = kernel
      self.event = event
      self.ring = ring
    }

    /// Puts bytes where the kernel would, across the end if need be.
    func put(_ bytes: [UInt8], at position: UInt64) {
      for (index, byte) in bytes.enumerated() {
        let place = Int((position &+ UInt64(index)) % UInt64(ScriptedRingTests.size))
        memory.store(byte, at: MemoryPage.size + place)
      }
    }

    func record(_ size: UInt16, filledWith byte: UInt8) -> [UInt8] {
      [9, 0, 0, 0, 0, 0, UInt8(truncatingIfNeeded: size), UInt8(size >> 8)]
        + [UInt8](repeating: byte, count: max(Int(size) - 8, 0))
    }
  }

  @Test func `a record across the end comes out in one piece`() throws {
    var ring = try Ring(start: 4096 * 3 + 4080)
    let bytes: [UInt8] = ring.record(64, filledWith: 0xab)
    ring.put(bytes, at: 4096 * 3 + 4080)
    ring.memory.store(UInt64(4096 * 3 + 4080 + 64), at: Self.head)
    #expect(copy(ring.ring.next()) == bytes)
    // The room is given back only when the next one is asked for.
    #expect(ring.memory.load(at: Self.tail, as: UInt64.self) == 4096 * 3 + 4080)
    #expect(copy(ring.ring.next()) == nil)
    #expect(ring.memory.load(at: Self.tail, as: UInt64.self) == 4096 * 3 + 4080 + 64)
    #expect(ring.ring.skippedBytes == 0)
  }

  @Test func `positions may pass the largest number`() throws {
    let start: UInt64 = .max - 63
    var ring = try Ring(start: start)
    ring.put(ring.record(64, filledWith: 1), at: start)
    ring.put(ring.record(32, filledWith: 2), at: 0)
    ring.memory.store(UInt64(32), at: Self.head)
    #expect(copy(ring.ring.next())?.count == 64)
    #expect(copy(ring.ring.next())?.count == 32)
    #expect(copy(ring.ring.next()) == nil)
  }

  @Test func `a record as large as the buffer is one record`() throws {
    var ring = try Ring(start: 8)
    ring.put(ring.record(4096, filledWith: 5), at: 8)
    ring.memory.store(UInt64(8 + 4096), at: Self.head)
    #expect(copy(ring.ring.next())?.count == 4096)
  }

  @Test(arguments: [0, 1, 4, 7, 9, 12, 15, 128, 4095, 4104, 65528, 65535] as [UInt16])
  func `a size that no record has skips what is there`(size: UInt16) throws {
    var ring = try Ring()
    ring.put(ring.record(size, filledWith: 1), at: 0)
    ring.memory.store(UInt64(64), at: Self.head)
    #expect(copy(ring.ring.next()) == nil)
    #expect(ring.ring.skippedBytes == 64)
    #expect(ring.memory.load(at: Self.tail, as: UInt64.self) == 64)
    // What is written later is read as usual.
    ring.put(ring.record(16, filledWith: 7), at: 64)
    ring.memory.store(UInt64(80), at: Self.head)
    #expect(copy(ring.ring.next())?.count == 16)
  }

  @Test(arguments: [4, 4097, 5000, UInt64.max, 1 << 63] as [UInt64])
  func `a position that cannot be is passed over`(head: UInt64) throws {
    var ring = try Ring()
    ring.put([UInt8](repeating: 8, count: 4096), at: 0)
    ring.memory.store(head, at: Self.head)
    #expect(copy(ring.ring.next()) == nil)
    #expect(ring.ring.skippedBytes == head)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `random memory neither traps nor hangs`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let start: UInt64 = generator.next()
    var ring = try Ring(start: start)
    ring.put(generator.bytes(4096), at: 0)
    ring.memory.store(start &+ generator.next() % 5000, at: Self.head)
    var count = 0
    while let bytes = copy(ring.ring.next()) {
      #expect(bytes.count >= 8)
      count += 1
    }
    #expect(count <= 4096 / 8)
  }

  @Test func `the mapping is given back`() throws {
    let kernel: ScriptedKernel
    do {
      let ring = try Ring()
      kernel = ring.kernel
      #expect(kernel.leaks.count == 2)
    }
    #expect(kernel.leaks == [])
    #expect(kernel.misuses == [])
  }

  private func copy(_ bytes: RawSpan?) -> [UInt8]? {
    guard let bytes else { return nil }
    return bytes.withUnsafeBytes { Array($0) }
  }
}
