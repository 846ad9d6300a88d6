/// An event that fits a query.
public struct SearchMatch: Hashable, Sendable {
  /// The event.
  public var definition: EventDefinition
  /// Where the worst fitting word of the query was found.
  public var quality: SearchQuality
  /// Where the event stands in the index.
  let position: Int

  /// Whether a match is to be shown before another.
  func isBetter(than other: SearchMatch) -> Bool {
    if quality != other.quality { return quality < other.quality }
    let isDeprecated: Bool = definition.traits.contains(.deprecated)
    if isDeprecated != other.definition.traits.contains(.deprecated) { return !isDeprecated }
    let length: Int = definition.name.utf8.count
    let otherLength: Int = other.definition.name.utf8.count
    if length != otherLength { return length < otherLength }
    return position < other.position
  }
}
