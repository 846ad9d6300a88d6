/// The words and patterns of a query, in lower case.
struct SearchQuery {
  var words: [[UInt8]] = []
  var patterns: [GlobPattern] = []

  /// More text than this says nothing that the first part does not.
  private static let limit: Int = 1024

  init(_ text: String) {
    let lowered: [UInt8] = text.utf8.prefix(Self.limit).map(NameFolding.lowered)
    for word in lowered.split(whereSeparator: { $0 <= 0x20 }) {
      let text = String(decoding: word, as: UTF8.self)
      if GlobPattern.isPattern(text) {
        patterns.append(GlobPattern(text))
      } else {
        words.append(Array(word))
      }
    }
  }
}
