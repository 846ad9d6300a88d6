extension MetricCatalog {
  /// Puts the metrics of a kind of cores in the order of a top-down analysis.
  ///
  /// Files of perfmon say the level and the parent of each metric. Files of the kernel
  /// have groups for both: `TopdownL2` is the second level, and
  /// `tma_backend_bound_group` holds the parts of `tma_backend_bound`.
  ///
  /// - Parameter unit: The kind of cores, of which hybrid machines have two.
  /// - Returns: A tree, which has no nodes if the source divides nothing.
  public func topDownTree(for unit: PMUUnit = .core) -> TopDownTree {
    var levels: [Int: Int] = [:]
    for (place, metric) in metrics.enumerated()
    where metric.definition.unit == unit && self.place(of: metric.name, for: unit) == place {
      levels[place] = metric.definition.topDownLevel
    }
    var parents: [Int: Int] = [:]
    for (place, level) in levels { parents[place] = parent(of: place, level: level, levels) }
    let divided = Set(parents.values)
    var nodes: [TopDownTree.Node] = []
    var nodeOfPlace: [Int: Int] = [:]
    // Parents have lower levels, so they come first.
    let order: [Int] = levels.keys.sorted {
      (levels[$0] ?? 0, $0) < (levels[$1] ?? 0, $1)
    }
    for place in order {
      let metric: Metric = metrics[place]
      let isInTree: Bool =
        parents[place] != nil || divided.contains(place) || metric.definition.isInTopDownGroup
      guard isInTree, let level = levels[place] else { continue }
      let parent: Int? = parents[place].flatMap { nodeOfPlace[$0] }
      if let parent { nodes[parent].children.append(nodes.count) }
      nodeOfPlace[place] = nodes.count
      nodes.append(TopDownTree.Node(metric: metric, level: level, parent: parent, children: []))
    }
    return TopDownTree(nodes: nodes)
  }

  /// The place of the metric that one is a part of, which must be of a lower level.
  private func parent(of place: Int, level: Int, _ levels: [Int: Int]) -> Int? {
    let definition: MetricDefinition = metrics[place].definition
    var nearest: Int?
    for name in definition.topDownParents {
      guard let parent = self.place(of: name, for: definition.unit), let other = levels[parent],
        other < level
      else { continue }
      if other > nearest.flatMap({ levels[$0] }) ?? 0 { nearest = parent }
    }
    return nearest
  }
}

extension MetricDefinition {
  /// The level in a top-down analysis by the definition or by its groups.
  var topDownLevel: Int? {
    if let level { return level }
    for group in groups where group.hasPrefix("TopdownL") {
      if let level = Int(group.dropFirst("TopdownL".count)), level > 0 { return level }
    }
    return nil
  }

  var isInTopDownGroup: Bool { groups.contains { $0.hasPrefix("TopdownL") } }

  /// The metrics of which this one may be a part, by the definition or by its groups.
  var topDownParents: [String] {
    if !parent.isEmpty { return [parent] }
    return groups.filter { $0.hasSuffix("_group") }.map { String($0.dropLast("_group".count)) }
  }
}
