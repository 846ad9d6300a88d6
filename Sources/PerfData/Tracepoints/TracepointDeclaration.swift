/// What the declaration of a field in C tells: name, type, and whether it is an array.
struct TracepointDeclaration {
  private(set) var name: String = ""
  private(set) var type: String = ""
  private(set) var placement: TracepointField.Placement = .inline
  private var isArray: Bool = false
  /// The number of elements; nothing where it is left out or written as a name.
  private var length: Int?
  private let longSize: Int

  /// What a field holds, once its size is known.
  struct Shape {
    var kind: TracepointField.Kind
    var arrayLength: Int?
    var elementSize: Int
  }

  /// Reads a declaration such as `unsigned long args[6]` or `__data_loc char[] name`.
  init(parsing text: Substring, longSize: Int) {
    self.longSize = longSize
    var rest = text.trimmingSpaces
    readLengths(&rest)
    let start = rest.lastIndex { !$0.isPartOfName }
    name = String(start.map { rest[rest.index(after: $0)...] } ?? rest)
    rest = start.map { rest[...$0] } ?? ""
    // A pointer to a function has its name in the middle.
    if name.isEmpty { name = text.filter(\.isPartOfName) }
    rest = rest.trimmingSpaces
    type = String(rest)
    if rest.hasPrefix("__data_loc ") { placement = .dataLocation }
    if rest.hasPrefix("__rel_loc ") { placement = .relativeLocation }
    readLengths(&rest)
  }

  /// Takes brackets from the end: the lengths of an array, which multiply.
  private mutating func readLengths(_ rest: inout Substring) {
    while rest.last == "]", let bracket = rest.lastIndex(of: "[") {
      let number = Int(rest[rest.index(after: bracket)...].dropLast().trimmingSpaces)
      if let number, number > 0, number < 1 << 24 {
        let before = isArray ? length : 1
        length = before.map { min($0, 1 << 24) * number }
      } else {
        length = nil
      }
      isArray = true
      rest = rest[..<bracket].trimmingSpaces
    }
  }

  /// Says what a field of this declaration holds.
  func shape(size: Int) -> Shape {
    let isNumberSize = TracepointDeclaration.isNumberSize
    let words = type.split { !$0.isPartOfName }
    let isStructure = words.contains("struct") || words.contains("union")
    let isPointer = type.contains("*")
    guard isArray || placement != .inline else {
      if !isNumberSize(size) || isStructure && !isPointer {
        return Shape(kind: .structure, arrayLength: nil, elementSize: size)
      }
      return Shape(kind: isPointer ? .pointer : .integer, arrayLength: nil, elementSize: size)
    }
    if !isPointer && words.contains("char") && !words.contains("unsigned") {
      let length = placement != .inline || size == 0 ? nil : size
      return Shape(kind: .text, arrayLength: length, elementSize: 1)
    }
    var element = isPointer ? longSize : elementSize(words)
    if placement == .inline, let length, length > 0, size % length == 0 { element = size / length }
    let count = placement != .inline || size == 0 || element == 0 ? nil : size / element
    let isNumber = !isStructure || isPointer
    return Shape(
      kind: isNumber && isNumberSize(element) ? .integers : .structure,
      arrayLength: count, elementSize: element)
  }

  private static func isNumberSize(_ size: Int) -> Bool {
    size == 1 || size == 2 || size == 4 || size == 8
  }

  /// The size of an integer type that is known by name; 0 for any other.
  private func elementSize(_ words: [Substring]) -> Int {
    for word in words {
      switch word {
      case "char", "bool", "_Bool", "u8", "s8", "__u8", "__s8", "uint8_t", "int8_t": return 1
      case "short", "u16", "s16", "__u16", "__s16", "__be16", "__le16", "uint16_t", "int16_t":
        return 2
      case "u32", "s32", "__u32", "__s32", "__be32", "__le32", "uint32_t", "int32_t", "pid_t",
        "gfp_t", "uid_t", "gid_t", "kuid_t", "kgid_t":
        return 4
      case "u64", "s64", "__u64", "__s64", "__be64", "__le64", "uint64_t", "int64_t", "loff_t",
        "ktime_t", "sector_t":
        return 8
      case "size_t", "ssize_t", "cpumask_t", "cpumask", "uintptr_t", "intptr_t": return longSize
      default: break
      }
    }
    let longs = words.count { $0 == "long" }
    if longs > 0 { return longs > 1 ? 8 : longSize }
    return words.contains("int") || words.contains("unsigned") || words.contains("enum") ? 4 : 0
  }
}

extension Character {
  fileprivate var isPartOfName: Bool {
    isASCII && (isLetter || isNumber || self == "_")
  }
}

extension Substring {
  /// The text without spaces and tabs around it.
  var trimmingSpaces: Substring {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
