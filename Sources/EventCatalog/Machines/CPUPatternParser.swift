/// Turns the text of an extended regular expression into a program.
struct CPUPatternParser {
  let bytes: [UInt8]
  var index: Int = 0
  var code: [CPUPattern.Instruction] = []
  /// More instructions than any expression of the lists needs.
  static let sizeLimit: Int = 512
  private static let depthLimit: Int = 16

  init(_ text: String) {
    self.bytes = Array(text.utf8)
  }

  /// The whole expression, nil if it makes no sense.
  mutating func program() -> [CPUPattern.Instruction]? {
    guard alternatives(depth: 0), index == bytes.count else { return nil }
    return code + [.match]
  }

  /// Reads alternatives up to the end or a closing parenthesis.
  private mutating func alternatives(depth: Int) -> Bool {
    guard depth < Self.depthLimit else { return false }
    let start: Int = code.count
    var jumps: [Int] = []
    guard sequence(depth: depth) else { return false }
    while index < bytes.count, bytes[index] == UInt8(ascii: "|") {
      index += 1
      // All targets behind the place move by one.
      insertSplit(at: start)
      jumps = jumps.map { $0 + 1 }
      jumps.append(code.count)
      code.append(.jump(0))
      code[start] = .split(start + 1, code.count)
      guard code.count <= Self.sizeLimit, sequence(depth: depth) else { return false }
    }
    for jump in jumps { code[jump] = .jump(code.count) }
    return code.count <= Self.sizeLimit
  }

  private mutating func sequence(depth: Int) -> Bool {
    while index < bytes.count, bytes[index] != UInt8(ascii: "|"),
      bytes[index] != UInt8(ascii: ")")
    {
      let start: Int = code.count
      guard atom(depth: depth), repetition(from: start), code.count <= Self.sizeLimit else {
        return false
      }
    }
    return true
  }

  private mutating func atom(depth: Int) -> Bool {
    let byte: UInt8 = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "("):
      guard alternatives(depth: depth + 1), index < bytes.count else { return false }
      index += 1
    case UInt8(ascii: "["):
      guard let set = CPUPatternSet.read(bytes, at: &index) else { return false }
      code.append(.byte(set))
    case UInt8(ascii: "."):
      var set = ByteSet()
      set.insert(0...255)
      code.append(.byte(set))
    case UInt8(ascii: "^"): code.append(.start)
    case UInt8(ascii: "$"): code.append(.end)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return false
    case UInt8(ascii: "\\"):
      guard index < bytes.count else { return false }
      append(bytes[index])
      index += 1
    default: append(byte)
    }
    return true
  }

  private mutating func append(_ byte: UInt8) {
    var set = ByteSet()
    set.insert(byte...byte)
    code.append(.byte(set))
  }
}
