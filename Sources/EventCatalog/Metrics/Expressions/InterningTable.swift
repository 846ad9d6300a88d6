/// Distinct values in the order of their first use, found again by their places.
struct InterningTable<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]

  /// The place of a value, which is put at the end if it is new.
  mutating func place(of value: Value) -> Int {
    // Most formulas have few names, for which a search costs less than a table.
    if values.count < 16 {
      if let known = values.firstIndex(of: value) { return known }
    } else {
      if places.isEmpty {
        for (place, known) in values.enumerated() { places[known] = place }
      }
      if let known = places[value] { return known }
      places[value] = values.count
    }
    values.append(value)
    return values.count - 1
  }
}
