/// Letters behind an event or a group, checked but not yet applied.
struct ModifierList {
  var letters: [UInt8] = []
  var position: Int = 0

  static let known: [UInt8] = Array("ukhGHIpPSDWebRX".utf8)

  static func isModifier(_ byte: UInt8) -> Bool {
    known.contains(byte)
  }

  init() {}

  /// Takes letters as perf does: each at most once, only `p` up to three times.
  init(checking letters: ArraySlice<UInt8>, position: Int) throws(LocatedProblem) {
    var counts: [UInt8: Int] = [:]
    for (offset, letter) in letters.enumerated() {
      let shown = String(decoding: [letter], as: UTF8.self)
      guard Self.isModifier(letter) else {
        throw LocatedProblem(problem: .unknownModifier(shown), position: position + offset)
      }
      counts[letter, default: 0] += 1
      if counts[letter, default: 0] > (letter == UInt8(ascii: "p") ? 3 : 1) {
        throw LocatedProblem(problem: .repeatedModifier(shown), position: position + offset)
      }
    }
    self.letters = Array(letters)
    self.position = position
  }
}

extension ModifierList: Equatable, CustomStringConvertible {
  static func == (first: Self, second: Self) -> Bool { first.letters == second.letters }

  var description: String { String(decoding: letters, as: UTF8.self) }
}
