/// What was counted in all entries of a region at one place in the nesting.
public struct RegionTotal: Sendable {
  /// The name of the region.
  public var name: String
  /// The number of regions around it.
  public var depth: Int
  /// The number of times it was entered.
  public var entries: UInt64
  /// The counts of all entries, with those of the regions within.
  public var counts: Counts
  /// The counts of all entries, without those of the regions within.
  ///
  /// The readings at the borders of inner regions are part of them.
  public var ownCounts: Counts
}

extension RegionTotal: CustomStringConvertible {
  /// The name, the entries and the counts, indented by depth.
  public var description: String {
    let indent = String(repeating: "  ", count: depth)
    let list: String = counts.map(\.description).joined(separator: ", ")
    return "\(indent)\(name), \(entries) entries: \(list)"
  }
}
