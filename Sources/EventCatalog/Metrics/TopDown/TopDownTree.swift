/// Metrics that divide the time of a program step by step, from the whole to the parts.
///
/// The first level says which part of a core limits a program; each further level
/// divides one of those before. The tree is there if the source says which metric is
/// part of which.
public struct TopDownTree: Sendable {
  /// A metric and its place in the tree.
  public struct Node: Sendable {
    /// The metric.
    public let metric: Metric
    /// The level, from 1.
    public let level: Int
    /// The place of the metric that this one is a part of, or nil for a root.
    public let parent: Int?
    /// The places of the metrics that are parts of this one.
    public internal(set) var children: [Int]
  }

  /// The metrics, each after the one that it is a part of.
  public let nodes: [Node]

  /// The places of the metrics that are not part of another.
  public var roots: [Int] { nodes.indices.filter { nodes[$0].parent == nil } }

  /// The metrics of a level, in the order of the source.
  ///
  /// - Parameter level: The level, from 1.
  /// - Returns: The metrics, none if the tree is not so deep.
  public func metrics(atLevel level: Int) -> [Metric] {
    nodes.filter { $0.level == level }.map(\.metric)
  }

  /// The place of a metric, or nil if it is not part of the tree.
  ///
  /// - Parameter name: The name exactly as the source writes it.
  /// - Returns: The place in ``nodes``.
  public func place(of name: String) -> Int? {
    nodes.firstIndex { $0.metric.name == name }
  }
}
