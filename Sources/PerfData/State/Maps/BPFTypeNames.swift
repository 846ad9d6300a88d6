internal import PerfEvent

/// The names of the types of a BPF program, by their number.
///
/// What is damaged ends the list; names that are not there are empty.
struct BPFTypeNames {
  /// The longest name of a symbol that the kernel knows.
  private static let longestName: Int = 512
  /// Where the names lie in the texts; type 0 has none.
  private var places: [UInt32] = [0]
  private var texts: [UInt8] = []
  private var isSwapped: Bool = false

  /// Reads types in the form that the kernel calls BTF.
  init(_ bytes: [UInt8]) {
    do throws(PerfDataError) {
      try read(bytes.rawSpan)
    } catch {
      return
    }
  }

  private mutating func read(_ bytes: RawSpan) throws(PerfDataError) {
    guard bytes.byteCount >= 24 else { return }
    switch FieldBytes(bytes, isSwapped: false).uint16(0) {
    case 0xeb9f: isSwapped = false
    case 0x9feb: isSwapped = true
    default: return
    }
    let head = FieldBytes(bytes, isSwapped: isSwapped)
    guard let types = section(bytes, at: UInt64(head.uint32(4)), head.uint32(8), head.uint32(12)),
      let strings = section(bytes, at: UInt64(head.uint32(4)), head.uint32(16), head.uint32(20))
    else { return }
    var cursor = ByteCursor(
      bytes.extracting(types), isSwapped: isSwapped, subject: "BPF types", base: 0)
    texts = Array(copying: bytes.extracting(strings))
    while cursor.remaining >= 12 {
      let place = try cursor.readUInt32()
      let information = try cursor.readUInt32()
      try cursor.skip(4)
      let count = Int(information & 0xffff)
      // Behind most kinds stand members; integers and such have a word of their own.
      switch information >> 24 & 31 {
      case 1, 14, 17: try cursor.skip(4)
      case 3: try cursor.skip(12)
      case 4, 5, 15, 19: try cursor.skip(12 * count)
      case 6, 13: try cursor.skip(8 * count)
      case 2, 7...12, 16, 18: break
      default: return
      }
      places.append(place)
    }
  }

  private func section(
    _ bytes: RawSpan, at base: UInt64, _ offset: UInt32, _ size: UInt32
  ) -> Range<Int>? {
    FileSection(offset: base + UInt64(offset), size: UInt64(size)).range(within: bytes.byteCount)
  }

  /// The name of a function, whose type the program's list gives.
  func name(ofFunction index: Int, in program: BPFProgramInfo) -> String {
    let count = program.symbols.count
    guard count > 0, index >= 0, index < count else { return "" }
    let size = program.functions.count / count
    guard size >= 8, program.functions.count % count == 0 else { return "" }
    let type = FieldBytes(program.functions.rawSpan, isSwapped: isSwapped).uint32(size * index + 4)
    guard type < UInt32(clamping: places.count) else { return "" }
    let start = Int(places[Int(type)])
    guard start < texts.count else { return "" }
    let end = min(texts.count, start + BPFTypeNames.longestName)
    return String(nulTerminated: texts.rawSpan.extracting(start..<end))
  }
}
