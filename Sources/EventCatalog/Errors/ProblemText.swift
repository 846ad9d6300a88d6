/// Parts of sentences about names that do not exist.
enum ProblemText {
  /// More names than this are counted instead of listed.
  private static let limit: Int = 40

  /// The end of a sentence that asks for one of several names, empty without names.
  static func proposal(_ names: [String]) -> String {
    names.isEmpty ? "" : "; did you mean \(names.map(quoted).joined(separator: " or "))?"
  }

  /// Names with commas between them.
  static func list(_ names: [String]) -> String {
    if names.isEmpty { return "none" }
    let shown: String = names.prefix(limit).map(plain).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }

  /// Values with commas and a last "or" between them.
  static func choice(_ values: [String]) -> String {
    guard let last = values.last, values.count > 1 else { return values.first ?? "none" }
    return "\(values.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// The numbers that so many bits can hold.
  static func range(ofBits width: Int) -> String {
    let most: UInt64 = width >= 64 ? .max : (1 << UInt64(max(width, 0))) - 1
    return "0 to \(most) (\(width) \(width == 1 ? "bit" : "bits"))"
  }

  /// Names of files can hold anything, but a sentence stands on one line.
  private static func plain(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: isControl) else { return name }
    return String(
      String.UnicodeScalarView(name.unicodeScalars.map { isControl($0) ? "?" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
