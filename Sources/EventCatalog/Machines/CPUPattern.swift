/// An extended regular expression of the kernel's lists of CPUs.
///
/// Alternatives, groups, sets, repetition and anchors are known. Of several matches the
/// longest counts, as POSIX demands, and no text takes more than a bounded time.
struct CPUPattern {
  /// More bytes than any identifier has.
  static let textLimit: Int = 256

  private let program: [Instruction]

  enum Instruction {
    case byte(ByteSet)
    case start
    case end
    case jump(Int)
    case split(Int, Int)
    case match
  }

  /// Reads an expression, nil if it is none or too large.
  init?(_ text: String) {
    var parser = CPUPatternParser(text)
    guard let program = parser.program() else { return nil }
    self.program = program
  }

  /// The number of bytes of the leftmost of the longest matches, nil if nothing matches.
  func matchLength(in text: String) -> Int? {
    let bytes: [UInt8] = Array(text.utf8)
    guard bytes.count <= Self.textLimit else { return nil }
    for start in 0...bytes.count {
      if let end = matchEnd(bytes, from: start) { return end - start }
    }
    return nil
  }

  /// Where the longest match from a place ends.
  ///
  /// All ways through the program are followed at once, so that their number does not
  /// grow with the text.
  private func matchEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var current: [Int] = []
    var end: Int?
    var seen: [Int] = Array(repeating: -1, count: program.count)
    follow(0, at: start, count: bytes.count, into: &current, seen: &seen)
    var index: Int = start
    while !current.isEmpty {
      var next: [Int] = []
      for place in current {
        switch program[place] {
        case .match: end = index
        case .byte(let set) where index < bytes.count && set.contains(bytes[index]):
          follow(place + 1, at: index + 1, count: bytes.count, into: &next, seen: &seen)
        default: break
        }
      }
      current = next
      index += 1
    }
    return end
  }

  /// Adds the places that are reached without taking a byte.
  private func follow(
    _ first: Int, at index: Int, count: Int, into places: inout [Int], seen: inout [Int]
  ) {
    var waiting: [Int] = [first]
    while let place = waiting.popLast() {
      guard seen[place] != index else { continue }
      seen[place] = index
      switch program[place] {
      case .jump(let target): waiting.append(target)
      case .split(let one, let other): waiting += [one, other]
      case .start: if index == 0 { waiting.append(place + 1) }
      case .end: if index == count { waiting.append(place + 1) }
      case .byte, .match: places.append(place)
      }
    }
  }
}
