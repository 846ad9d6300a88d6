/// A list of CPUs, as records hold it.
///
/// The corresponding C type is `perf_record_cpu_map_data`.
public struct CPUMap: Hashable, Sendable {
  /// The form in which a record holds the list.
  public enum Form: UInt16, Hashable, Sendable {
    /// The numbers one by one.
    case list = 0
    /// A bit for each number.
    case mask = 1
    /// The first and the last number.
    case range = 2
  }

  /// The form in which the record holds the list; nothing when it is unknown.
  public let form: Form?
  /// The numbers in the order of the record; -1 stands for any CPU.
  public let cpus: [Int32]

  /// Reads the list; what does not fit into the record is left out.
  init(_ fields: FieldBytes, at start: Int) {
    form = Form(rawValue: fields.uint16(start))
    guard let form, CPUMap.fault(fields, at: start) == nil else {
      cpus = []
      return
    }
    let count = fields.count >= start + 4 ? Int(fields.uint16(start + 2)) : 0
    switch form {
    case .list: cpus = CPUMap.list(fields, at: start + 4, count: count)
    case .mask: cpus = CPUMap.mask(fields, at: start + 4, count: count)
    case .range:
      let first = Int32(fields.uint16(start + 4))
      let last = Int32(fields.uint16(start + 6))
      let hasAny = fields.uint8(start + 2) != 0
      cpus = (hasAny ? [-1] : []) + (first <= last ? Array(first...last) : [])
    }
  }

  private static func list(_ fields: FieldBytes, at start: Int, count: Int) -> [Int32] {
    (0..<count).map { index in
      let number = fields.uint16(start + 2 * index)
      return number == .max ? -1 : Int32(number)
    }
  }

  private static func mask(_ fields: FieldBytes, at start: Int, count: Int) -> [Int32] {
    let isLong = fields.uint16(start) == 8
    var cpus: [Int32] = []
    for index in 0..<count {
      var word =
        isLong
        ? fields.uint64(start + 6 + 8 * index) : UInt64(fields.uint32(start + 2 + 4 * index))
      while word != 0 {
        cpus.append(Int32((isLong ? 64 : 32) * index + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return cpus
  }

  /// The number of bytes that the list needs, if the record has fewer.
  static func fault(_ fields: FieldBytes, at start: Int) -> Int? {
    let left = fields.count - start
    guard left >= 4 else { return 4 }
    let count = Int(fields.uint16(start + 2))
    switch Form(rawValue: fields.uint16(start)) {
    case .list:
      return left < 4 + 2 * count ? 4 + 2 * count : nil
    case .mask:
      guard left >= 6 else { return 6 }
      // Masks of eight bytes have four bytes of padding in front.
      let isLong = fields.uint16(start + 4) == 8
      let size = isLong ? 10 + 8 * count : 6 + 4 * count
      return left < size ? size : nil
    case .range:
      return left < 8 ? 8 : nil
    case nil:
      return nil
    }
  }
}
