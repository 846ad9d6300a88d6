/// The counts of several events, in the order in which they were asked for.
public struct Counts: RandomAccessCollection, Sendable {
  private var elements: [EventCount]

  /// Creates counts.
  ///
  /// - Parameter elements: The counts of the events.
  public init(_ elements: [EventCount]) {
    self.elements = elements
  }

  /// The place of the first count, 0.
  public var startIndex: Int { 0 }

  /// The number of counts.
  public var endIndex: Int { elements.count }

  /// The count at a place.
  ///
  /// - Parameter position: A place below ``endIndex``.
  public subscript(position: Int) -> EventCount { elements[position] }

  /// What is known about the first event of a name, or nil if it was not asked for.
  ///
  /// A name without modifiers also finds the event that was counted on the user
  /// side only, whose name ends in `:u`.
  ///
  /// - Parameter name: The name as it was asked for.
  public subscript(name: String) -> Count? {
    elements.first { UserSideName.matches($0.name, asked: name) }?.count
  }
}

extension Counts: CustomStringConvertible {
  /// A line for each event.
  public var description: String {
    elements.map(\.description).joined(separator: "\n")
  }
}
