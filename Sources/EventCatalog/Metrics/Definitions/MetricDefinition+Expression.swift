extension MetricDefinition {
  /// Reads the formula and puts in what its names stand for.
  ///
  /// The names of the result are events, or other metrics, in the language of the
  /// source. Constants of the machine become literals: those of perfmon and LIKWID
  /// are among the ones that ``MetricLiteral`` knows.
  ///
  /// - Returns: The expression over events.
  /// - Throws: ``MetricError`` if the formula cannot be read, or if it has a name of
  ///   which the source does not say what it stands for.
  public func expression() throws(MetricError) -> MetricExpression {
    let formula = try MetricExpression(parsing: self.formula, language: language)
    return language == .perf ? formula : try substitutingOperands(in: formula)
  }

  /// Reads the formula that tells whether a value deserves attention.
  ///
  /// Files of perfmon name metrics there in an older way, such as
  /// `metric_TMA_..Fetch_Latency(%)`; the result has their present names.
  ///
  /// - Returns: The expression over names of metrics, or nil if there is none.
  /// - Throws: ``MetricError`` if the formula cannot be read.
  public func thresholdExpression() throws(MetricError) -> MetricExpression? {
    guard !threshold.isEmpty else { return nil }
    let expression = try MetricExpression(parsing: threshold, language: language)
    guard language == .perfmon else { return expression }
    return expression.substituting { MetricExpression(name: Self.presentName(of: $0)) }
  }

  /// The present name of a metric of perfmon, without the marks of its level and unit.
  private static func presentName(of name: String) -> String {
    guard name.hasPrefix("metric_") else { return name }
    var present: Substring = name.dropFirst("metric_".count)
    if present.hasPrefix("TMA_") { present = present.dropFirst("TMA_".count) }
    present = present.drop { $0 == "." }
    if present.hasSuffix("(%)") { present = present.dropLast("(%)".count) }
    return String(present)
  }

  private func substitutingOperands(
    in formula: MetricExpression
  ) throws(MetricError) -> MetricExpression {
    var expressionOfAlias: [String: MetricExpression] = [:]
    for operand in operands where expressionOfAlias[operand.alias] == nil {
      expressionOfAlias[operand.alias] = try expression(of: operand)
    }
    return try formula.substituting { (alias: String) throws(MetricError) in
      if let expression = expressionOfAlias[alias] { return expression }
      // A formula of LIKWID names a counter with or without its options.
      let counter = String(alias.prefix { $0 != ":" })
      if language == .likwid, let expression = expressionOfAlias[counter] { return expression }
      throw MetricError(formula: self.formula, problem: .unknownOperand(alias))
    }
  }

  private func expression(of operand: Operand) throws(MetricError) -> MetricExpression {
    guard !operand.value.isEmpty else {
      throw MetricError(formula: formula, problem: .unknownOperand(operand.alias))
    }
    guard operand.isConstant else { return MetricExpression(name: operand.value) }
    let bytes: [UInt8] = Array(operand.value.utf8)
    if let number = NumberText.decimalFraction(bytes[...]) {
      return MetricExpression(number: number)
    }
    guard let literal = MetricLiteral(constantOfPerfmon: operand.value) else {
      throw MetricError(formula: formula, problem: .unknownConstant(operand.value))
    }
    return MetricExpression(literal: literal)
  }
}
