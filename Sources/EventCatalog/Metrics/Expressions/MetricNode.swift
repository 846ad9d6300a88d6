/// A node of an expression in postfix order.
struct MetricNode: Hashable, Sendable {
  var operation: MetricOperation
  /// The number of nodes of the part that ends here, this one included.
  var size: Int32
  /// The bits of a number, or the place in the table of names or literals.
  var payload: UInt64

  /// The value of a number.
  var number: Double { Double(bitPattern: payload) }

  /// The place in the table of names or literals.
  var place: Int { Int(truncatingIfNeeded: payload) }
}
