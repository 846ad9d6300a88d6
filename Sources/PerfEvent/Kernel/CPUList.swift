/// CPUs in the kernel's list form, such as `0-3,8`.
package struct CPUList: Hashable, Sendable {
  /// Ascending ranges that neither meet nor overlap.
  private let ranges: [ClosedRange<Int32>]

  /// Reads the list form; nil if the text is empty or not in it.
  ///
  /// Numbers are decimal digits without sign or space, below ``limit``.
  ///
  /// - Complexity: O(n log n) for n bytes of text, whatever the numbers are.
  package init?(parsing text: String) {
    var found: [ClosedRange<Int32>] = []
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let range = Self.range(part) else { return nil }
      found.append(range)
    }
    found.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<Int32>] = []
    for range in found {
      guard let last = merged.last, range.lowerBound <= last.upperBound + 1 else {
        merged.append(range)
        continue
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
    ranges = merged
  }

  /// More CPUs than any kernel has, so that a wild number costs nothing.
  package static var limit: Int32 { 1 << 16 }

  /// The CPUs in ascending order, each once.
  package var cpus: [Int32] { ranges.flatMap { Array($0) } }

  /// Whether a CPU is in the list.
  package func contains(_ cpu: Int32) -> Bool {
    ranges.contains { $0.contains(cpu) }
  }

  private static func range(_ text: Substring.UTF8View) -> ClosedRange<Int32>? {
    let bounds: [Substring.UTF8View] = text.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard bounds.count <= 2, let first = bounds.first.flatMap(number),
      let last = bounds.last.flatMap(number), first <= last
    else { return nil }
    return first...last
  }

  private static func number(_ digits: Substring.UTF8View) -> Int32? {
    guard !digits.isEmpty else { return nil }
    var value: Int32 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int32(digit - UInt8(ascii: "0"))
      guard value < limit else { return nil }
    }
    return value
  }
}
