/// Splitting of the package's own tables, which are ASCII.
///
/// Splitting by characters, as the standard library does by itself, would take most of
/// the time in which a catalog starts.
extension StringProtocol where SubSequence == Substring {
  /// The parts between separators; empty ones are left out unless they are wanted.
  func parts(
    _ separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmpty: Bool = true
  ) -> [Substring] {
    Substring(self).utf8.split(
      separator: UInt8(truncatingIfNeeded: separator.value), maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmpty
    ).map { Substring($0) }
  }
}
