/// Puts metrics in an order in which each comes after those that it needs.
struct MetricOrder {
  private enum State {
    case untouched
    case open
    case done
  }

  /// A metric whose needs are being looked at.
  private struct Visit {
    var place: Int
    var nextName: Int
  }

  let catalog: MetricCatalog
  /// The formulas of all metrics of the catalog.
  let expressions: [MetricExpression]
  /// The places of the metrics in their order.
  private(set) var places: [Int] = []
  private var states: [State]

  init(catalog: MetricCatalog, expressions: [MetricExpression]) {
    self.catalog = catalog
    self.expressions = expressions
    self.states = Array(repeating: .untouched, count: expressions.count)
  }

  /// Adds a metric and all that it needs, unless they are there already.
  mutating func add(_ place: Int) throws(MetricError) {
    guard states[place] == .untouched else { return }
    // The way down is kept here, so that no chain of metrics is too long.
    var way: [Visit] = [Visit(place: place, nextName: 0)]
    states[place] = .open
    while let visit = way.last {
      let names: [String] = expressions[visit.place].names
      guard visit.nextName < names.count else {
        states[visit.place] = .done
        places.append(visit.place)
        way.removeLast()
        continue
      }
      way[way.count - 1].nextName += 1
      let name: String = names[visit.nextName]
      guard let needed = catalog.place(of: name, neededBy: visit.place) else { continue }
      switch states[needed] {
      case .done: break
      case .untouched:
        states[needed] = .open
        way.append(Visit(place: needed, nextName: 0))
      case .open:
        let circle: [Int] = way.map(\.place).drop { $0 != needed } + [needed]
        throw MetricError(
          formula: catalog.metrics[place].name,
          problem: .cycle(circle.map { catalog.metrics[$0].name }))
      }
    }
  }
}
