import Testing

@testable import EventCatalog

@Suite("A few names among many")
struct NameFilterTests {
  @Test(arguments: [
    ("L2_RQSTS.MISS", "l2_rqsts.miss", true), ("L2_RQSTS:MISS", "L2_RQSTS.MISS", true),
    ("L2_RQSTS.MISS", "L2_RQSTS.MISSES", false), ("L2_RQSTS.MISS", "L2_RQSTS.MIS", false),
    ("A", "a", true), ("A", "", false), ("", "", false), ("\u{e9}", "\u{e9}", true),
  ])
  func `one name is another in plain form`(sought: String, name: String, isSame: Bool) {
    #expect(NameFilter([sought]).contains(name.utf8) == isSame)
  }

  @Test(arguments: [
    ("L2_RQSTS:MISS", "l2_rqsts", true), ("L2_RQSTS:MISS", "L2_RQSTS:MISS", true),
    ("L2_RQSTS:MISS", "L2", true), ("L2_RQSTS:MISS", "L2_R", false),
    ("L2_RQSTS:MISS", "L2_RQSTS:MISS:A", false), ("CYCLES", "CYC", false),
  ])
  func `an event can have the mask that a name goes on with`(
    sought: String, base: String, may: Bool
  ) {
    #expect(NameFilter([sought]).mayStart(with: base.utf8) == may)
  }

  @Test func `a text is found to hold a name if it does`() {
    var random = SystemRandomNumberGenerator()
    let letters: [UInt8] = Array("aAb.:_".utf8)
    for _ in 0..<20_000 {
      let text: [UInt8] = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      let name: [UInt8] = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      let plain: [UInt8] = text.map(NameFolding.folded)
      let sought: [UInt8] = name.map(NameFolding.folded)
      let stands: Bool = plain.indices.contains { plain[$0...].starts(with: sought) }
      let filter = NameFilter([String(decoding: name, as: UTF8.self)])
      #expect(filter.mayStand(in: text) == stands, "\(name) in \(text)")
    }
  }

  @Test func `long names are found by their beginnings`() {
    let name = String(repeating: "N", count: 300)
    #expect(NameFilter([name]).mayStand(in: Array("..\(name)..".utf8)))
    #expect(!NameFilter([name]).mayStand(in: Array("NNN".utf8)))
    #expect(!NameFilter([]).mayStand(in: Array(name.utf8)))
  }
}
