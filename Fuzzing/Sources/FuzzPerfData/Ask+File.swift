import PerfData

/// Asks a file for everything in its header and its features.
func ask(_ file: borrowing PerfDataFile) {
  ask(file.header)
  ask(file.events)
  ask(file.dataRange)
  for fault in file.faults { ask(fault.description) }
  for feature in file.features {
    ask(feature)
    ask(feature.feature.description)
    if let bytes = file.bytes(of: feature.feature) { ask(bytes) }
  }
  ask(try? file.hostname)
  ask(try? file.osRelease)
  ask(try? file.perfVersion)
  ask(try? file.architecture)
  ask(try? file.cpuDescription)
  ask(try? file.cpuID)
  ask(try? file.cpuCounts)
  ask(try? file.totalMemoryKilobytes)
  ask(try? file.commandLine)
  ask(try? file.cacheLineSize)
  ask(try? file.cpuTopology)
  ask(try? file.numaNodes)
  ask(try? file.cpuCaches)
  ask(try? file.memoryTopology)
  ask(try? file.hybridCPUs)
  ask(try? file.buildIDs)
  ask(try? file.eventDescriptions)
  ask(try? file.groups)
  ask(try? file.pmuMappings)
  ask(try? file.cpuPMUCapabilities)
  ask(try? file.pmuCapabilities)
  ask(try? file.compression)
  ask(try? file.directoryVersion)
  ask(try? file.sampleTimes)
  ask(try? file.clockResolution)
  ask(try? file.clockData)
}
