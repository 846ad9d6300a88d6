import PerfData
import PerfEvent

/// The header of a file in the words of quipper, each message as a flat text.
struct QuipperHeader {
  private(set) var messages: [String: [String]] = [:]

  init(_ file: borrowing PerfDataFile) throws {
    for event in file.events {
      add("file_attrs") { message in
        message.open("attr")
        Self.put(event.attributes, into: &message)
        message.close()
        for identifier in event.identifiers { message.put("ids", identifier) }
      }
    }
    for build in try file.buildIDs ?? [] {
      add("build_ids") { message in
        message.put("misc", build.flags.rawValue)
        if build.flags.contains(.buildIDSize) { message.put("size", build.bytes.count) }
        message.put("pid", UInt32(bitPattern: build.process))
        message.put("build_id_hash", bytes: build.bytes)
        message.put("filename", text: build.path)
      }
    }
    if let counts = try file.cpuCounts {
      add("uint32_metadata") { message in
        message.put("type", 7)
        message.put("data", counts.available)
        message.put("data", counts.online)
      }
    }
    if let size = try file.totalMemoryKilobytes {
      add("uint64_metadata") { message in
        message.put("type", 10)
        message.put("data", size)
      }
    }
    try addTopology(file)
    try addNames(file)
  }

  private mutating func add(_ name: String, _ body: (inout FlatMessage) -> Void) {
    var message = FlatMessage()
    body(&message)
    messages[name, default: []].append(message.text)
  }

  private mutating func addTopology(_ file: borrowing PerfDataFile) throws {
    if let topology = try file.cpuTopology {
      add("cpu_topology") { message in
        for list in topology.socketSiblings { message.put("core_siblings", text: list) }
        for list in topology.threadSiblings { message.put("thread_siblings", text: list) }
        for cpu in topology.cpus {
          message.open("available_cpus")
          message.put("core_id", cpu.core)
          message.put("socket_id", cpu.socket)
          message.close()
        }
      }
    }
    for node in try file.numaNodes ?? [] {
      add("numa_topology") { message in
        message.put("id", node.number)
        message.put("total_memory", node.totalKilobytes)
        message.put("free_memory", node.freeKilobytes)
        message.put("cpu_list", text: node.cpus)
      }
    }
    for kind in try file.hybridCPUs ?? [] {
      add("hybrid_topology") { message in
        message.put("pmu_name", text: kind.pmu)
        message.put("cpus", text: kind.cpus)
        for cpu in Self.numbers(kind.cpus) { message.put("cpu_list", cpu) }
      }
    }
    for mapping in try file.pmuMappings ?? [] {
      add("pmu_mappings") { message in
        message.put("type", mapping.type)
        message.put("name", text: mapping.name)
      }
    }
    for group in try file.groups ?? [] {
      add("group_desc") { message in
        message.put("name", text: group.name.isEmpty ? "{anon_group}" : group.name)
        message.put("leader_idx", group.leader)
        message.put("num_members", group.count)
      }
    }
  }

  private mutating func addNames(_ file: borrowing PerfDataFile) throws {
    for description in try file.eventDescriptions ?? [] {
      add("event_types") { message in
        message.put("id", description.attributes.config)
        message.put("name", text: description.name)
      }
    }
    let texts: [(String, String?)] = [
      ("hostname", try file.hostname), ("kernel_version", try file.osRelease),
      ("perf_version", try file.perfVersion), ("architecture", try file.architecture),
      ("cpu_description", try file.cpuDescription), ("cpu_id", try file.cpuID),
    ]
    let words = try file.commandLine
    if texts.allSatisfy({ $0.1 == nil }) && words == nil { return }
    add("string_metadata") { message in
      for (name, text) in texts {
        guard let text else { continue }
        message.open(name)
        message.put("value", text: text)
        message.close()
      }
      guard let words else { return }
      for word in words {
        message.open("perf_command_line_token")
        message.put("value", text: word)
        message.close()
      }
      message.open("perf_command_line_whole")
      message.put("value", text: words.joined(separator: " "))
      message.close()
    }
  }

  /// The numbers in a list of ranges.
  private static func numbers(_ list: String) -> [Int] {
    list.split(separator: ",").flatMap { range in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      return ends.isEmpty ? [] : Array(ends[0]...ends[ends.count - 1])
    }
  }

  private static func put(_ attributes: EventAttributes, into message: inout FlatMessage) {
    message.put("type", attributes.type.rawValue)
    // Quipper writes the attributes that it knows, of this size.
    message.put("size", 96)
    message.put("config", attributes.config)
    message.put("sample_period", attributes.samplePeriod)
    message.put("sample_type", attributes.sampleFields.rawValue)
    message.put("read_format", attributes.readFormat.rawValue)
    let flags: [(String, Int)] = [
      ("disabled", 0), ("inherit", 1), ("pinned", 2), ("exclusive", 3), ("exclude_user", 4),
      ("exclude_kernel", 5), ("exclude_hv", 6), ("exclude_idle", 7), ("mmap", 8), ("comm", 9),
      ("freq", 10), ("inherit_stat", 11), ("enable_on_exec", 12), ("task", 13),
      ("watermark", 14), ("mmap_data", 17), ("sample_id_all", 18), ("exclude_host", 19),
      ("exclude_guest", 20), ("exclude_callchain_kernel", 21), ("exclude_callchain_user", 22),
      ("mmap2", 23), ("comm_exec", 24), ("use_clockid", 25), ("context_switch", 26),
      ("write_backward", 27), ("namespaces", 28), ("ksymbol", 29), ("cgroup", 32),
    ]
    for (name, bit) in flags { message.put(name, attributes.flags.rawValue >> bit & 1 == 1) }
    message.put("precise_ip", attributes.precision)
    message.put("wakeup_events", attributes.wakeup)
    message.put("bp_type", attributes.breakpointAccess.rawValue)
    message.put("bp_addr", attributes.config1)
    message.put("bp_len", attributes.config2)
    message.put("branch_sample_type", attributes.branchFields.rawValue)
    message.put("sample_regs_user", attributes.userRegisters)
    message.put("sample_stack_user", attributes.userStackSize)
  }
}
