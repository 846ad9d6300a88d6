internal import PerfEvent

/// The CPUs of the machine that was recorded, by number.
public struct CPUTable: Sendable {
  private let counts: CPUCounts?
  private let places: [CPUTopology.CPU]
  private let threadLists: [CPUList]
  private let socketLists: [CPUList]
  private let dieLists: [CPUList]
  private let nodes: [(number: UInt32, cpus: CPUList)]
  private let kinds: [(pmu: String, cpus: CPUList)]
  private let caches: [(cache: CPUCache, cpus: CPUList)]

  /// Creates a table from what a header tells.
  ///
  /// Lists of CPUs that are not in the kernel's form are left out.
  ///
  /// - Parameters:
  ///   - counts: The numbers of CPUs.
  ///   - topology: The sockets, dies and cores.
  ///   - nodes: The memory nodes.
  ///   - kinds: The kinds of core.
  ///   - caches: The caches.
  public init(
    counts: CPUCounts? = nil, topology: CPUTopology? = nil, nodes: [NUMANode] = [],
    kinds: [HybridCPUs] = [], caches: [CPUCache] = []
  ) {
    self.counts = counts
    places = topology?.cpus ?? []
    threadLists = (topology?.threadSiblings ?? []).compactMap { CPUList(parsing: $0) }
    socketLists = (topology?.socketSiblings ?? []).compactMap { CPUList(parsing: $0) }
    dieLists = (topology?.dieSiblings ?? []).compactMap { CPUList(parsing: $0) }
    self.nodes = nodes.compactMap { node in
      CPUList(parsing: node.cpus).map { (node.number, $0) }
    }
    self.kinds = kinds.compactMap { kind in CPUList(parsing: kind.cpus).map { (kind.pmu, $0) } }
    self.caches = caches.compactMap { cache in
      CPUList(parsing: cache.cpus).map { (cache, $0) }
    }
  }

  /// The number of CPUs that the machine has; 0 when the recording does not tell it.
  public var count: Int { Int(clamping: counts?.available ?? 0) }

  /// Finds what the recording tells of a CPU.
  ///
  /// - Parameter number: The number of the CPU, as samples carry it.
  /// - Returns: Its place, with nothing in it for a CPU that is not told of.
  /// - Complexity: O(n) for n lists of CPUs; keep the result.
  public func cpu(_ number: UInt32) -> CPUPlace {
    var place = CPUPlace(number: number)
    guard let index = Int32(exactly: number) else { return place }
    if Int(index) < places.count {
      let known = places[Int(index)]
      // CPUs that are not online have -1 here.
      place.core = known.core == .max ? nil : known.core
      place.socket = known.socket == .max ? nil : known.socket
      place.die = known.die.flatMap { $0 == .max ? nil : $0 }
    }
    place.threadSiblings = Self.siblings(of: index, threadLists)
    place.socketSiblings = Self.siblings(of: index, socketLists)
    place.dieSiblings = Self.siblings(of: index, dieLists)
    place.node = nodes.first { $0.cpus.contains(index) }?.number
    place.pmu = kinds.first { $0.cpus.contains(index) }?.pmu
    place.caches = caches.filter { $0.cpus.contains(index) }.map(\.cache)
    place.isOnline = isOnline(number, hasSiblings: !place.threadSiblings.isEmpty)
    return place
  }

  /// Only CPUs that are online are in the lists of siblings.
  private func isOnline(_ number: UInt32, hasSiblings: Bool) -> Bool? {
    if hasSiblings { return true }
    if let counts, number >= counts.available { return false }
    if !threadLists.isEmpty { return false }
    guard let counts, counts.available == counts.online else { return nil }
    return true
  }

  private static func siblings(of cpu: Int32, _ lists: [CPUList]) -> [UInt32] {
    let list = lists.first { $0.contains(cpu) }
    return (list?.cpus ?? []).map { UInt32($0) }
  }
}
