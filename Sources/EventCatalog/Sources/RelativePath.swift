/// Paths from users and files, which must stay in the folder that they start from.
enum RelativePath {
  /// Whether a text is the name of something in the folder itself.
  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.utf8.allSatisfy { $0 != 0 && $0 != UInt8(ascii: "/") }
  }

  /// Whether a path consists of such names alone.
  static func isInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isName)
  }
}
