extension ParsedArguments {
  /// Returns the option's value `FROM,TO` in seconds, of which either may be left out, as
  /// nanoseconds; nothing if not given.
  public func window(_ name: String) throws(UsageError) -> ClosedRange<UInt64>? {
    guard let text = value(name) else { return nil }
    let ends = text.split(separator: ",", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = nanoseconds(ends[0], empty: 0),
      let last = nanoseconds(ends[1], empty: .max)
    else {
      throw UsageError("option '--\(name)' needs FROM,TO in seconds, not '\(text)'")
    }
    guard first <= last else { throw UsageError("the window '\(text)' ends before it begins") }
    return first...last
  }

  /// Reads seconds with up to nine decimals, exactly.
  private func nanoseconds(_ text: Substring, empty: UInt64) -> UInt64? {
    if text.isEmpty { return empty }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let seconds = UInt64(parts[0]) else { return nil }
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return nil }
    guard parts.count == 2 else { return whole }
    guard (1...9).contains(parts[1].count),
      let fraction = UInt64(parts[1] + String(repeating: "0", count: 9 - parts[1].count))
    else { return nil }
    let (sum, tooLarge) = whole.addingReportingOverflow(fraction)
    return tooLarge ? nil : sum
  }

  /// Returns the option's value as a list such as `0,2-4`; nothing if not given.
  public func numbers(_ name: String) throws(UsageError) -> Set<UInt32>? {
    guard let text = value(name) else { return nil }
    var numbers: Set<UInt32> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = ends.first.flatMap({ UInt32($0) }),
        let last = ends.last.flatMap({ UInt32($0) }),
        ends.count <= 2, first <= last, last - first < 1 << 16
      else { throw UsageError("option '--\(name)' needs a list such as 0,2-4, not '\(text)'") }
      numbers.formUnion(first...last)
    }
    return numbers
  }
}
