import EventCatalog

/// Ends the program unless an expression is read again as it was printed.
func checkPrinting(of expression: MetricExpression) throws(MetricError) {
  let simplified = expression.simplified()
  for one in [expression, simplified, expression.resolved(in: MetricEnvironment([.smtOn: 1]))] {
    guard try MetricExpression(parsing: one.description) == one else {
      fatalError("printed as \(one) and read again, a formula differs")
    }
  }
  guard simplified.simplified().description.utf8.count <= simplified.description.utf8.count else {
    fatalError("simplified twice, \(simplified) is longer")
  }
  let counts = expression.names.indices.map { Double($0 % 3) }
  if expression.literals.isEmpty { _ = try expression.evaluate(values: counts) }
}

/// Ends the program unless a table of metrics is computed like each metric alone.
func checkTable(_ catalog: MetricCatalog) {
  _ = catalog.topDownTree()
  do throws(MetricError) {
    let plan = try catalog.plan(for: catalog.metrics)
    for reading in plan.evaluate(count: { Double($0.utf8.count % 4) }) {
      guard case .success(let value) = reading.value else { continue }
      let alone = try catalog.expressionOverEvents(of: reading.metric)
      let same = try alone.evaluate(count: { Double($0.utf8.count % 4) })
      guard same == value || same.isNaN && value.isNaN else {
        fatalError("\(reading.metric.name) is \(value) and \(same)")
      }
    }
  } catch {
    guard !error.description.isEmpty else { fatalError("an error without words") }
  }
}
