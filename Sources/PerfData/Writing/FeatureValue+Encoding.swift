internal import PerfEvent

extension FeatureValue {
  /// The contents as a section holds them.
  ///
  /// - Parameters:
  ///   - byteOrder: The byte order of numbers.
  ///   - attributeSize: The size of the attributes of events.
  /// - Returns: The bytes, which may be none.
  func bytes(byteOrder: ByteOrder, attributeSize: Int) -> [UInt8] {
    var encoder = ByteEncoder(byteOrder)
    switch self {
    case .tracingData(let bytes), .bytes(_, let bytes):
      return bytes
    case .hostname(let text), .osRelease(let text), .perfVersion(let text),
      .architecture(let text), .cpuDescription(let text), .cpuID(let text):
      encoder.put(sized: text)
    case .totalMemoryKilobytes(let number), .clockResolution(let number),
      .directoryVersion(let number):
      encoder.put(number)
    case .cacheLineSize(let number):
      encoder.put(number)
    case .machineNumber(let number, let flags):
      encoder.put(number)
      encoder.put(flags)
    case .cpuCounts(let counts):
      encoder.put(counts.available)
      encoder.put(counts.online)
    case .commandLine(let words):
      encoder.put(texts: words)
    case .sampleTimes(let times):
      encoder.put([times.first, times.last])
    case .compression(let parameters):
      for number in [
        1, parameters.type, parameters.level, parameters.ratio, parameters.bufferSize,
      ] { encoder.put(number) }
    case .clockData(let clock):
      encoder.put(UInt32(1))
      encoder.put(clock.clockID)
      encoder.put([clock.wallClock, clock.clock])
    case .branchStack, .stat:
      break
    case .eventDescriptions(let descriptions):
      encoder.put(descriptions, attributeSize: attributeSize)
    case .buildIDs(let identifiers):
      for identifier in identifiers { encoder.put(identifier) }
    default:
      encodeMachine(into: &encoder)
    }
    return encoder.bytes
  }

  /// Encodes the tables that tell about the machine and the groups.
  private func encodeMachine(into encoder: inout ByteEncoder) {
    switch self {
    case .cpuTopology(let topology):
      encoder.put(topology)
    case .numaNodes(let nodes):
      encoder.put(UInt32(clamping: nodes.count))
      for node in nodes {
        encoder.put(node.number)
        encoder.put([node.totalKilobytes, node.freeKilobytes])
        encoder.put(sized: node.cpus)
      }
    case .pmuMappings(let mappings):
      encoder.put(UInt32(clamping: mappings.count))
      for mapping in mappings {
        encoder.put(mapping.type)
        encoder.put(sized: mapping.name)
      }
    case .groups(let groups):
      encoder.put(UInt32(clamping: groups.count))
      for group in groups {
        encoder.put(sized: group.name.isEmpty ? "{anon_group}" : group.name)
        encoder.put(UInt32(clamping: group.leader))
        encoder.put(UInt32(clamping: group.count))
      }
    case .cpuCaches(let caches):
      encoder.put(UInt32(1))
      encoder.put(UInt32(clamping: caches.count))
      for cache in caches {
        for number in [cache.level, cache.lineSize, cache.sets, cache.ways] {
          encoder.put(number)
        }
        for text in [cache.type, cache.size, cache.cpus] { encoder.put(sized: text) }
      }
    case .memoryTopology(let topology):
      encoder.put([1, topology.blockSize, UInt64(topology.nodes.count)])
      for node in topology.nodes {
        let bits = UInt64(node.blocks.count * 64)
        encoder.put([node.number, bits, bits])
        encoder.put(node.blocks)
      }
    case .hybridCPUs(let kinds):
      encoder.put(UInt32(clamping: kinds.count))
      for kind in kinds {
        encoder.put(sized: kind.pmu)
        encoder.put(sized: kind.cpus)
      }
    case .cpuPMUCapabilities(let capabilities):
      encoder.put(capabilities.entries)
    case .pmuCapabilities(let all):
      encoder.put(UInt32(clamping: all.count))
      for capabilities in all {
        encoder.put(capabilities.entries)
        encoder.put(sized: capabilities.pmu)
      }
    default:
      break
    }
  }
}

extension ByteEncoder {
  fileprivate mutating func put(_ descriptions: [EventDescription], attributeSize: Int) {
    put(UInt32(clamping: descriptions.count))
    put(UInt32(clamping: attributeSize))
    for description in descriptions {
      put(bytes: description.attributes.bytes(byteOrder: byteOrder, size: attributeSize))
      put(UInt32(clamping: description.identifiers.count))
      put(sized: description.name)
      put(description.identifiers)
    }
  }

  fileprivate mutating func put(_ topology: CPUTopology) {
    put(texts: topology.socketSiblings)
    put(texts: topology.threadSiblings)
    for cpu in topology.cpus {
      put(cpu.core)
      put(cpu.socket)
    }
    guard !topology.dieSiblings.isEmpty else { return }
    put(texts: topology.dieSiblings)
    for cpu in topology.cpus { put(cpu.die ?? 0) }
  }

  fileprivate mutating func put(_ entries: [PMUCapabilities.Entry]) {
    put(UInt32(clamping: entries.count))
    for entry in entries {
      put(sized: entry.name)
      put(sized: entry.value)
    }
  }

  /// Adds a build identifier as the feature holds it: a record whose kind may be 0.
  mutating func put(_ identifier: BuildID) {
    let name = identifier.path.utf8.prefix(4095)
    let length = (name.count + 64) / 64 * 64
    put(RecordKind.headerBuildID.rawValue)
    put(identifier.flags.union(.buildIDSize).rawValue)
    put(UInt16(36 + length))
    putBuildID(identifier, name: name, length: length)
  }

  /// Adds the fields of a build identifier behind its header.
  mutating func putBuildID(_ identifier: BuildID, name: String.UTF8View.SubSequence, length: Int) {
    let kept = identifier.bytes.prefix(20)
    put(identifier.process)
    put(bytes: Array(kept))
    putZeros(20 - kept.count)
    put(UInt8(kept.count))
    putZeros(3)
    put(bytes: Array(name))
    putZeros(length - name.count)
  }
}
