import CPerfEvent
import Synchronization
import Testing

@testable import PerfEvent

/// The protocol of the mapped page against values worked out by hand from the
/// kernel's header.
@Suite struct UserPageReaderTests {
  /// A counter and a clock that a test decides, and what happens when they are read.
  private struct Hardware: CounterHardware {
    var counterValue: UInt64 = 0
    var clockValue: UInt64 = 0
    var onCounter: @Sendable (UInt32) -> Void = { _ in }

    func counter(_ operand: UInt32) -> UInt64 {
      onCounter(operand)
      return counterValue
    }
    func clock() -> UInt64 { clockValue }
  }

  private static let rdpmc: UInt64 = CPERF_CAPABILITY_USER_RDPMC
  private static let time: UInt64 = CPERF_CAPABILITY_USER_TIME
  private static let short: UInt64 = CPERF_CAPABILITY_USER_TIME_SHORT

  private func read(
    _ hardware: Hardware, _ fill: (inout cperf_event_mmap_page) -> Void
  ) -> UserReading? {
    let page: UnsafeMutablePointer<cperf_event_mmap_page> = .allocate(capacity: 1)
    defer { page.deallocate() }
    page.initialize(to: cperf_event_mmap_page())
    fill(&page.pointee)
    return UserPageReader(page: UnsafePointer(page), hardware: hardware).read()
  }

  /// pmu-tools#51: without sign extension the count jumps by 2^48.
  @Test func `a 48-bit counter is sign-extended`() {
    let reading = read(Hardware(counterValue: 0xffff_ffff_fff0)) {
      $0.capabilities = Self.rdpmc
      $0.index = 1
      $0.pmc_width = 48
      $0.offset = 1000
    }
    #expect(reading?.value == 984)
    #expect(reading?.isOnCounter == true)
  }

  /// counting.md section 5: Arm's 32-bit counters start at 0x80000001.
  @Test func `a 32-bit counter with the offset of half its range counts from zero`() {
    let reading = read(Hardware(counterValue: 0x8000_0001 + 2002)) {
      $0.capabilities = Self.rdpmc
      $0.index = 3
      $0.pmc_width = 32
      $0.offset = 0x7fff_ffff
    }
    #expect(reading?.value == 2002)
  }

  @Test func `a 64-bit counter needs no extension`() {
    let reading = read(Hardware(counterValue: 1 << 63 | 5)) {
      $0.capabilities = Self.rdpmc
      $0.index = 32
      $0.pmc_width = 64
      $0.offset = Int64.max
    }
    #expect(reading?.value == 4)
  }

  @Test(arguments: UInt16(0)...80)
  func `any width gives what arithmetic shifts give`(width: UInt16) {
    let counter: UInt64 = 0xfedc_ba98_7654_3210
    let extended: Int64 = UserPageReader<Hardware>.signExtended(counter, width: width)
    guard width > 0 && width < 64 else {
      #expect(extended == Int64(bitPattern: counter))
      return
    }
    let isNegative: Bool = counter >> (width - 1) & 1 == 1
    let low: UInt64 = counter & ((1 << width) - 1)
    #expect(extended == Int64(bitPattern: isNegative ? low | ~((1 << width) - 1) : low))
  }

  @Test func `the operand is the index minus one`() {
    let operands = Mutex<[UInt32]>([])
    for index: UInt32 in [1, 12, 13, 32, 0x4000_0001] {
      _ = read(Hardware(onCounter: { operand in operands.withLock { $0.append(operand) } })) {
        $0.capabilities = Self.rdpmc
        $0.index = index
        $0.pmc_width = 48
      }
    }
    #expect(operands.withLock { $0 } == [0, 11, 12, 31, 0x4000_0000])
  }

  @Test func `without a counter the offset is the count and running stands`() {
    let reading = read(Hardware(counterValue: 99, clockValue: 1000)) {
      $0.capabilities = Self.rdpmc | Self.time
      $0.index = 0
      $0.offset = 42
      $0.time_enabled = 10
      $0.time_running = 7
      $0.time_mult = 1
      $0.time_offset = 5
    }
    #expect(
      reading
        == UserReading(value: 42, timeEnabled: 1015, timeRunning: 7, isOnCounter: false))
  }

  /// delta = offset + (c >> shift) * mult + (((c & mask) * mult) >> shift)
  /// = 100 + 3 * 1000 + ((256 * 1000) >> 10) = 3350 for c = 3328, shift 10.
  @Test func `both times move with the clock while on a counter`() {
    let reading = read(Hardware(clockValue: 3328)) {
      $0.capabilities = Self.rdpmc | Self.time
      $0.index = 1
      $0.pmc_width = 48
      $0.time_enabled = 5000
      $0.time_running = 4000
      $0.time_shift = 10
      $0.time_mult = 1000
      $0.time_offset = 100
    }
    #expect(reading?.timeEnabled == 8350)
    #expect(reading?.timeRunning == 7350)
  }

  /// A clock of 8 bits that wrapped: 0x1f0 + ((0x05 - 0x1f0) & 0xff) = 0x205.
  @Test func `a short clock is widened first`() {
    let reading = read(Hardware(clockValue: 0x05)) {
      $0.capabilities = Self.rdpmc | Self.time | Self.short
      $0.index = 1
      $0.pmc_width = 48
      $0.time_mult = 1
      $0.time_cycles = 0x1f0
      $0.time_mask = 0xff
    }
    #expect(reading?.timeEnabled == 0x205)
  }

  @Test func `without the capability for time the times stay`() {
    let reading = read(Hardware(clockValue: 1 << 40)) {
      $0.capabilities = Self.rdpmc
      $0.index = 1
      $0.pmc_width = 48
      $0.time_enabled = 3
      $0.time_running = 2
      $0.time_mult = 7
    }
    #expect(reading?.timeEnabled == 3)
    #expect(reading?.timeRunning == 2)
  }

  @Test func `a nonsense shift does not trap`() {
    for shift: UInt16 in [63, 64, 1000, .max] {
      let reading = read(Hardware(clockValue: .max)) {
        $0.capabilities = Self.rdpmc | Self.time
        $0.index = .max
        $0.pmc_width = .max
        $0.offset = .max
        $0.time_enabled = .max
        $0.time_running = .max
        $0.time_shift = shift
        $0.time_mult = .max
        $0.time_offset = .max
      }
      #expect(reading != nil)
    }
  }

  @Test func `without the capability for counters there is no reading`() {
    #expect(read(Hardware()) { $0.index = 1 } == nil)
  }

  @Test func `a page that changes meanwhile is read again`() {
    let page: UnsafeMutablePointer<cperf_event_mmap_page> = .allocate(capacity: 1)
    defer { page.deallocate() }
    page.initialize(to: cperf_event_mmap_page())
    page.pointee.capabilities = Self.rdpmc
    page.pointee.index = 1
    page.pointee.pmc_width = 48
    page.pointee.offset = 1
    let address = UInt(bitPattern: page)
    let reads = Mutex(0)
    let hardware = Hardware(
      counterValue: 10,
      onCounter: { _ in
        let count: Int = reads.withLock { count in
          count += 1
          return count
        }
        guard count <= 3 else { return }
        // The kernel moved the event: another offset, and the sequence went on by two.
        let page = UnsafeMutablePointer<cperf_event_mmap_page>(bitPattern: address)
        page?.pointee.offset = Int64(count) * 100
        page?.pointee.lock += 2
      })
    let reading = UserPageReader(page: UnsafePointer(page), hardware: hardware).read()
    #expect(reads.withLock { $0 } == 4)
    #expect(reading?.value == 310)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a page that is never at rest gives nothing and does not hang`() {
    #expect(
      read(Hardware()) {
        $0.capabilities = Self.rdpmc
        $0.lock = 7
      } == nil)
  }
}
