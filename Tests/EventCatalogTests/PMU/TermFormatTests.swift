import TestSupport
import Testing

@testable import EventCatalog

@Suite("Formats of terms")
struct TermFormatTests {
  @Test(
    arguments: [
      ("config:0-7", TermFormat.Word.config, 0xff), ("config:18", .config, 1 << 18),
      ("config:0-7,32-35", .config, 0xf_0000_00ff), ("config1:0-63", .config1, .max),
      ("config2:63", .config2, 1 << 63), ("config3:1,3,5", .config3, 0b101010),
      ("config4", .config4, .max), ("config:8-15,40-47", .config, 0xff00_0000_ff00),
    ] as [(String, TermFormat.Word, UInt64)])
  func `files of sysfs`(text: String, word: TermFormat.Word, mask: UInt64) throws {
    let format: TermFormat = try #require(TermFormat(text))
    #expect(format.word == word)
    #expect(format.mask == mask)
  }

  @Test(arguments: [
    "", "config:", "config:64", "config:-1", "config:7-0", "config:1-2-3", "config:1,,2",
    "config5:1", "conf:1", "config:a", "config:1:2", "config:0-99999999999999999999", ":",
  ])
  func `texts that are no format`(text: String) {
    #expect(TermFormat(text) == nil)
  }

  /// AMD puts bits 11 to 8 of the event at 35 to 32, Intel's second unit mask
  /// stands at 47 to 40.
  @Test func `known places`() throws {
    #expect(try #require(TermFormat("config:0-7,32-35")).packed(0x1a8) == 0x1_0000_00a8)
    #expect(try #require(TermFormat("config:8-15,40-47")).packed(0x1ff) == 0x100_0000_ff00)
    // The order of the text does not matter.
    #expect(try #require(TermFormat("config:32-35,0-7")).packed(0x1a8) == 0x1_0000_00a8)
  }

  @Test(arguments: 0..<20)
  func `packing puts every bit at its place`(round: UInt64) throws {
    let seed: UInt64 = 0xf0_0000 + round
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var format: TermFormat = try #require(TermFormat("config:0"))
      format.mask = generator.next() & generator.next()
      let value: UInt64 = generator.next() >> UInt64.random(in: 0...63, using: &generator)
      let places: [Int] = (0..<64).filter { format.mask >> UInt64($0) & 1 == 1 }
      var expected: UInt64 = 0
      for (bit, place) in places.enumerated() where value >> UInt64(bit) & 1 == 1 {
        expected |= 1 << UInt64(place)
      }
      #expect(format.packed(value) == expected, "seed \(seed)")
      #expect(format.width == places.count)
      let isFitting: Bool = places.count == 64 || value < 1 << UInt64(places.count)
      #expect(format.fits(value) == isFitting, "seed \(seed)")
    }
  }
}
