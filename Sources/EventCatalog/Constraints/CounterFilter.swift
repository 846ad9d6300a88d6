/// A filter of an uncore box that an event occupies.
///
/// A box has each filter once. Two events that occupy a bit of the same filter can be
/// counted together only if both want the same value of it.
public struct CounterFilter: Hashable, Sendable {
  /// The filter, as the source calls it: a register such as `CBoFilter0`, or a term of
  /// the kernel's PMU such as `filter_opc`.
  public var name: String
  /// The bits of the register, nil for all of it.
  public var bits: ClosedRange<UInt8>?
  /// What the filter must hold, nil where that is for the user to choose.
  public var value: UInt64?

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - name: The register, or the term of the kernel's PMU.
  ///   - bits: The bits of the register.
  ///   - value: What the filter must hold.
  public init(name: String, bits: ClosedRange<UInt8>? = nil, value: UInt64? = nil) {
    self.name = name
    self.bits = bits
    self.value = value
  }

  /// Whether two events that occupy these filters of one box exclude each other.
  ///
  /// - Parameter other: The filter of the other event.
  /// - Returns: True if both are the same filter and do not hold the same value. Where a
  ///   user chooses the value, the two may come to agree.
  public func excludes(_ other: CounterFilter) -> Bool {
    guard name == other.name else { return false }
    if let bits, let otherBits = other.bits, !bits.overlaps(otherBits) { return false }
    return bits != other.bits || value == nil || value != other.value
  }
}

extension CounterFilter {
  /// Reads what event files say of filters.
  ///
  /// It is a list such as `CBoFilter0[23:17], CBoFilter1[15:0]`, or terms such as
  /// `filter_opc=0x182,filter_nc=1`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - value: What the file says in another field that the filter must hold.
  /// - Returns: The filters; a part that is none of these forms is a name alone.
  static func filters(in text: String, value: UInt64? = nil) -> [CounterFilter] {
    Array(text.utf8).split(separator: UInt8(ascii: ",")).compactMap { part in
      let part: ArraySlice<UInt8> = part.trimmed
      return part.isEmpty ? nil : CounterFilter(part, value: value)
    }
  }

  private init(_ part: ArraySlice<UInt8>, value: UInt64?) {
    self.value = value
    if let equals = part.firstIndex(of: UInt8(ascii: "=")) {
      name = String(decoding: part[..<equals], as: UTF8.self)
      self.value = NumberText.unsigned(String(decoding: part[(equals + 1)...], as: UTF8.self))
    } else if part.last == UInt8(ascii: "]"), let open = part.firstIndex(of: UInt8(ascii: "[")),
      let bits = Self.bits(part[(open + 1)..<(part.endIndex - 1)])
    {
      name = String(decoding: part[..<open], as: UTF8.self)
      self.bits = bits
    } else {
      name = String(decoding: part, as: UTF8.self)
    }
  }

  /// The bits of `23:17` or `5`.
  private static func bits(_ text: ArraySlice<UInt8>) -> ClosedRange<UInt8>? {
    let ends: [UInt8?] = text.split(separator: UInt8(ascii: ":")).map {
      UInt8(String(decoding: $0, as: UTF8.self))
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      max(first, last) < 64
    else { return nil }
    return min(first, last)...max(first, last)
  }
}
