extension MetricExpression {
  /// The most bytes that a formula may have.
  public static var lengthLimit: Int { 1 << 20 }

  /// Reads a formula.
  ///
  /// Names of perf's formulas lose their escapes, and their at signs become slashes;
  /// beyond what perf reads, `<=` and `>=` are taken, and an equals sign in a name
  /// without its escape, which the kernel's files hold. Names of other languages are
  /// left as they are; what they stand for is said by a ``MetricDefinition``.
  ///
  /// The time is linear in the length of the text, and no depth of parentheses is
  /// too much.
  ///
  /// - Parameters:
  ///   - text: The formula.
  ///   - language: The language that it is written in.
  /// - Throws: ``MetricError`` with the place of the fault if the text is no formula.
  public init(parsing text: String, language: FormulaLanguage = .perf) throws(MetricError) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.lengthLimit else {
      throw MetricError(bytes: bytes, problem: .tooLong(limit: Self.lengthLimit))
    }
    switch language {
    case .perf, .perfmon, .likwid:
      var parser = InfixFormulaParser(bytes, language: language)
      self = try parser.parse()
    case .postfix:
      var parser = PostfixFormulaParser(bytes)
      self = try parser.parse()
    }
  }
}
