extension PerfDataFile {
  /// The sockets, dies and cores of the CPUs.
  public var cpuTopology: CPUTopology? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.cpuTopology) else { return nil }
      var topology = CPUTopology(
        socketSiblings: try cursor.readTexts(), threadSiblings: try cursor.readTexts())
      let count = Int(try cpuCounts?.available ?? 0)
      // Older recorders end before the places, or before the dies.
      guard count > 0, cursor.remaining / 8 >= count else { return topology }
      for _ in 0..<count {
        let core = try cursor.readUInt32()
        topology.cpus.append(CPUTopology.CPU(core: core, socket: try cursor.readUInt32()))
      }
      guard cursor.remaining >= 4 else { return topology }
      topology.dieSiblings = try cursor.readTexts()
      guard cursor.remaining / 4 >= count else { return topology }
      for index in 0..<count { topology.cpus[index].die = try cursor.readUInt32() }
      return topology
    }
  }

  /// The memory nodes.
  public var numaNodes: [NUMANode]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.numaTopology) else { return nil }
      var nodes: [NUMANode] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 24)) {
        let number = try cursor.readUInt32()
        let total = try cursor.readUInt64()
        let free = try cursor.readUInt64()
        nodes.append(
          NUMANode(
            number: number, totalKilobytes: total, freeKilobytes: free,
            cpus: try cursor.readSizedText()))
      }
      return nodes
    }
  }

  /// The caches of the CPUs.
  public var cpuCaches: [CPUCache]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.cache) else { return nil }
      try cursor.skip(4)
      var caches: [CPUCache] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 28)) {
        let level = try cursor.readUInt32()
        let lineSize = try cursor.readUInt32()
        let sets = try cursor.readUInt32()
        let ways = try cursor.readUInt32()
        let type = try cursor.readSizedText()
        let size = try cursor.readSizedText()
        caches.append(
          CPUCache(
            level: level, lineSize: lineSize, sets: sets, ways: ways, type: type, size: size,
            cpus: try cursor.readSizedText()))
      }
      return caches
    }
  }

  /// The blocks of memory of each node.
  public var memoryTopology: MemoryTopology? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.memoryTopology) else { return nil }
      try cursor.skip(8)
      let blockSize = try cursor.readUInt64()
      var nodes: [MemoryTopology.Node] = []
      for _ in 0..<(try cursor.readCount64(elementSize: 24)) {
        let number = try cursor.readUInt64()
        let bits = try cursor.readUInt64()
        try cursor.skip(8)
        let words = bits / 64 + (bits % 64 == 0 ? 0 : 1)
        guard words <= UInt64(cursor.remaining / 8) else {
          throw cursor.impossible(count: bits, limit: cursor.remaining * 8)
        }
        var blocks: [UInt64] = []
        for _ in 0..<words { blocks.append(try cursor.readUInt64()) }
        nodes.append(MemoryTopology.Node(number: number, blocks: blocks))
      }
      return MemoryTopology(blockSize: blockSize, nodes: nodes)
    }
  }

  /// The kinds of core of a machine that has more than one.
  public var hybridCPUs: [HybridCPUs]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.hybridTopology) else { return nil }
      var kinds: [HybridCPUs] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        let pmu = try cursor.readSizedText()
        kinds.append(HybridCPUs(pmu: pmu, cpus: try cursor.readSizedText()))
      }
      return kinds
    }
  }
}
