import CommandLineSupport
import PerfData
import PerfEvent

/// Shows where, how and what was recorded, as text in the form of
/// `perf report --header-only -I`.
///
/// - Returns: The fault of the first feature that cannot be read.
func show(
  headerOf file: borrowing PerfDataFile, as form: Form, to output: inout Output
) throws -> PerfDataError? {
  if form == .json { return try showJSON(headerOf: file, to: &output) }
  var fault: PerfDataError?
  try output.write(fileLines(file))
  if file.header.mode == .pipe { try output.write("# ========\n#\n") }
  if file.events.isEmpty == false
    && file.features.contains(where: { $0.feature == .eventDescriptions }) == false
  {
    try output.write(eventLines(file))
  }
  // A pipe may name a feature any number of times; the first one counts.
  var shown: Set<HeaderFeature> = []
  for feature in file.features where shown.insert(feature.feature).inserted {
    try output.write(lines(feature.feature, file, &fault))
  }
  if file.header.mode == .file {
    try output.write(missingLine(file))
    try output.write("# ========\n#\n")
  }
  return fault
}

/// The lines of a feature, or none and the fault if it cannot be read.
private func lines(
  _ feature: HeaderFeature, _ file: borrowing PerfDataFile, _ fault: inout PerfDataError?
) -> String {
  do throws(PerfDataError) {
    return try featureLines(feature, file)
  } catch {
    fault = fault ?? error
    return ""
  }
}

private func fileLines(_ file: borrowing PerfDataFile) -> String {
  let isPipe = file.header.mode == .pipe
  let end = isPipe ? 0 : file.header.data.offset &+ file.header.data.size
  return """
    # ========
    # header version : \(file.header.version - 1)
    # data offset    : \(isPipe ? 0 : file.header.data.offset)
    # data size      : \(isPipe ? 0 : file.header.data.size)
    # feat offset    : \(end)

    """
}

/// Whether the file is of a perf that knows more features than perf 6.1; what
/// perf shows follows its version.
private func isRecent(_ file: borrowing PerfDataFile) -> Bool {
  file.features.contains { (32..<64).contains($0.feature.rawValue) }
}

private func missingLine(_ file: borrowing PerfDataFile) -> String {
  let present = Set(file.header.features.map(\.rawValue))
  let missing = (1...(isRecent(file) ? 34 : 31)).filter { !present.contains(UInt32($0)) }
  let names = missing.map { "\(HeaderFeature(rawValue: UInt32($0))) " }
  return "# missing features: " + names.joined() + "\n"
}

private func featureLines(
  _ feature: HeaderFeature, _ file: borrowing PerfDataFile
) throws(PerfDataError) -> String {
  switch feature {
  case .hostname: line("hostname", try file.hostname)
  case .osRelease: line("os release", try file.osRelease)
  case .perfVersion: line("perf version", try file.perfVersion)
  case .architecture: line("arch", try file.architecture)
  case .cpuDescription: line("cpudesc", try file.cpuDescription)
  case .cpuID: line("cpuid", try file.cpuID)
  case .cpuCounts:
    line("nrcpus online", try file.cpuCounts.map { "\($0.online)" })
      + line("nrcpus avail", try file.cpuCounts.map { "\($0.available)" })
  case .totalMemory: line("total memory", try file.totalMemoryKilobytes.map { "\($0) kB" })
  case .commandLine:
    line("cmdline", try file.commandLine?.map { $0 + " " }.joined())
  case .eventDescriptions: eventLines(file)
  case .cpuTopology: topologyLines(try file.cpuTopology)
  case .numaTopology: nodeLines(try file.numaNodes)
  case .branchStack: "# contains samples with branch stack\n"
  case .auxTrace: "# contains AUX area data (e.g. instruction trace)\n"
  case .stat: "# contains stat data\n"
  default: try laterFeatureLines(feature, file)
  }
}

private func laterFeatureLines(
  _ feature: HeaderFeature, _ file: borrowing PerfDataFile
) throws(PerfDataError) -> String {
  switch feature {
  case .pmuMappings:
    "# pmu mappings: " + list(try file.pmuMappings) { "\(escaped($0.name)) = \($0.type)" } + "\n"
  case .groupDescriptions: groupLines(try file.groups, file.events)
  case .cache: cacheLines(try file.cpuCaches)
  case .sampleTime: timeLines(try file.sampleTimes)
  case .memoryTopology: memoryLines(try file.memoryTopology)
  case .clockID: clockLine(try file.clockResolution)
  case .clockData: referenceLines(try file.clockData)
  case .directoryFormat:
    "# directory data version : \(try file.directoryVersion ?? 0)\n"
  case .compressed: compressionLine(try file.compression)
  case .cpuPMUCapabilities:
    "# cpu pmu capabilities: " + capabilities(try file.cpuPMUCapabilities) + "\n"
  case .pmuCapabilities:
    (try file.pmuCapabilities ?? []).map { all in
      "# \(escaped(all.pmu)) pmu capabilities: \(capabilities(all))\n"
    }.joined()
  case .hybridTopology:
    "# hybrid cpu system:\n"
      + (try file.hybridCPUs ?? []).map { "# \(escaped($0.pmu)) cpu list : \(escaped($0.cpus))\n" }
      .joined()
  case .cacheLineSize: "# cacheline size: \(try file.cacheLineSize ?? 0)\n"
  case .bpfProgramInfo: programLines(try file.bpfPrograms, isRecent: isRecent(file))
  case .bpfTypeFormat: typeFormatLines(try file.bpfTypeFormats, isRecent: isRecent(file))
  case .cpuDomainInfo: domainLines(try file.cpuDomains)
  case .machineNumber: machineLines(try file.machine)
  case .simpleperfInformation: informationLines(try file.simpleperfInformation)
  case .simpleperfFiles, .simpleperfFiles2: fileLines(try file.simpleperfFiles)
  case .simpleperfUnwoundFiles: unwoundLines(try file.simpleperfUnwoundFiles)
  default: ""
  }
}

private func line(_ name: String, _ value: String?) -> String {
  "# \(name) : \(escaped(value ?? ""))\n"
}

private func list<T>(_ values: [T]?, _ text: (T) -> String) -> String {
  (values ?? []).map(text).joined(separator: ", ")
}

private func capabilities(_ capabilities: PMUCapabilities?) -> String {
  guard let entries = capabilities?.entries, !entries.isEmpty else { return "not available" }
  return list(entries) { "\(escaped($0.name))=\(escaped($0.value))" }
}

private func topologyLines(_ topology: CPUTopology?) -> String {
  guard let topology else { return "" }
  var text = topology.socketSiblings.map { "# sibling sockets : \(escaped($0))\n" }.joined()
  text += topology.dieSiblings.map { "# sibling dies    : \(escaped($0))\n" }.joined()
  text += topology.threadSiblings.map { "# sibling threads : \(escaped($0))\n" }.joined()
  if topology.cpus.isEmpty {
    return text + "# Core ID and Socket ID information is not available\n"
  }
  for (number, cpu) in topology.cpus.enumerated() {
    let die = cpu.die.map { "Die ID \($0), " } ?? ""
    text += "# CPU \(number): Core ID \(cpu.core), \(die)Socket ID \(cpu.socket)\n"
  }
  return text
}

private func nodeLines(_ nodes: [NUMANode]?) -> String {
  (nodes ?? []).map { node in
    "# node\(node.number) meminfo  : total = \(node.totalKilobytes) kB, "
      + "free = \(node.freeKilobytes) kB\n# node\(node.number) cpu list : \(escaped(node.cpus))\n"
  }.joined()
}

private func groupLines(_ groups: [RecordedGroup]?, _ events: [RecordedEvent]) -> String {
  (groups ?? []).map { group in
    let members = events.dropFirst(group.leader).prefix(group.count).map { escaped($0.name) }
    return "# group: \(escaped(group.name)){" + members.joined(separator: ",") + "}\n"
  }.joined()
}

private func cacheLines(_ caches: [CPUCache]?) -> String {
  "# CPU cache info:\n"
    + (caches ?? []).map { cache in
      let type = escaped(cache.type) + String(repeating: " ", count: max(0, 15 - cache.type.count))
      return
        "#  L\(cache.level) \(type) \(padded(escaped(cache.size), 8)) [\(escaped(cache.cpus))]\n"
    }.joined()
}

private func compressionLine(_ parameters: CompressionParameters?) -> String {
  guard let parameters else { return "" }
  let name = parameters.type == 1 ? "Zstd" : "Unknown"
  return "# compressed : \(name), level = \(parameters.level), ratio = \(parameters.ratio)\n"
}
