/// Repetitions are copies of code, and jumps around it and back.
extension CPUPatternParser {
  /// Reads what says how often the code from a place on is repeated.
  mutating func repetition(from start: Int) -> Bool {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "*"): repeatAny(from: start, atLeastOnce: false)
      case UInt8(ascii: "+"): repeatAny(from: start, atLeastOnce: true)
      case UInt8(ascii: "?"): makeOptional(from: start)
      case UInt8(ascii: "{"):
        guard repeatCounted(from: start) else { return false }
        continue
      default: return true
      }
      index += 1
    }
    return true
  }

  private mutating func repeatAny(from start: Int, atLeastOnce: Bool) {
    if atLeastOnce {
      code.append(.split(start, code.count + 1))
      return
    }
    insertSplit(at: start)
    code.append(.jump(start))
    code[start] = .split(start + 1, code.count)
  }

  private mutating func makeOptional(from start: Int) {
    insertSplit(at: start)
    code[start] = .split(start + 1, code.count)
  }

  /// Reads `{n}`, `{n,}` or `{n,m}` and copies the code as often.
  private mutating func repeatCounted(from start: Int) -> Bool {
    index += 1
    guard let least = count() else { return false }
    var most: Int? = least
    if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      index += 1
      most = count()
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "}"), most ?? least >= least else {
      return false
    }
    index += 1
    let unit: [CPUPattern.Instruction] = Array(code[start...])
    guard unit.count * max(most ?? least, 1) <= Self.sizeLimit else { return false }
    code.removeSubrange(start...)
    for _ in 0..<least { append(unit, movedFrom: start) }
    if let most {
      for _ in least..<most {
        let copy: Int = code.count
        append(unit, movedFrom: start)
        makeOptional(from: copy)
      }
    } else {
      let copy: Int = code.count
      append(unit, movedFrom: start)
      repeatAny(from: copy, atLeastOnce: false)
    }
    return true
  }

  private mutating func count() -> Int? {
    let start: Int = index
    while index < bytes.count, NumberText.isDigit(bytes[index]), index - start < 3 { index += 1 }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func append(_ unit: [CPUPattern.Instruction], movedFrom start: Int) {
    let distance: Int = code.count - start
    code += unit.map { $0.moved(by: distance, from: start) }
  }

  /// Makes room for an instruction; what lies behind moves, and so do its targets.
  mutating func insertSplit(at start: Int) {
    let moved: [CPUPattern.Instruction] = code[start...].map { $0.moved(by: 1, from: start) }
    code.replaceSubrange(start..., with: [.jump(start + 1)] + moved)
  }
}

extension CPUPattern.Instruction {
  /// The instruction with its targets behind a place moved.
  fileprivate func moved(by distance: Int, from start: Int) -> Self {
    let target: (Int) -> Int = { $0 >= start ? $0 + distance : $0 }
    return switch self {
    case .jump(let place): .jump(target(place))
    case .split(let one, let other): .split(target(one), target(other))
    case .byte, .start, .end, .match: self
    }
  }
}
