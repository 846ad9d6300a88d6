internal import PerfEvent

/// Reads the features that the state begins with, and keeps what is wrong with them.
struct FeatureReading {
  private(set) var faults: [PerfDataError] = []

  mutating func buildIDs(_ file: borrowing PerfDataFile) -> [BuildID]? {
    do throws(PerfDataError) { return try file.buildIDs } catch { return note(error) }
  }

  mutating func pmus(_ file: borrowing PerfDataFile) -> [PMUMapping]? {
    do throws(PerfDataError) { return try file.pmuMappings } catch { return note(error) }
  }

  mutating func groups(_ file: borrowing PerfDataFile) -> [RecordedGroup]? {
    do throws(PerfDataError) { return try file.groups } catch { return note(error) }
  }

  /// The programs and their types.
  mutating func programs(_ file: borrowing PerfDataFile) -> [BPFProgramInfo] {
    do throws(PerfDataError) { return try file.bpfPrograms ?? [] } catch {
      return note(error) ?? []
    }
  }

  mutating func types(_ file: borrowing PerfDataFile) -> [BPFTypeFormat] {
    do throws(PerfDataError) { return try file.bpfTypeFormats ?? [] } catch {
      return note(error) ?? []
    }
  }

  mutating func clock(_ file: borrowing PerfDataFile, clockID: Int32?) -> RecordClock {
    do throws(PerfDataError) {
      return RecordClock(
        clockID: clockID, resolution: try file.clockResolution, reference: try file.clockData)
    } catch {
      faults.append(error)
      return RecordClock(clockID: clockID)
    }
  }

  mutating func origin(_ file: borrowing PerfDataFile) -> RecordingOrigin {
    var origin = RecordingOrigin()
    do throws(PerfDataError) {
      origin.hostname = try file.hostname
      origin.osRelease = try file.osRelease
      origin.perfVersion = try file.perfVersion
      origin.architecture = try file.architecture
      origin.cpuDescription = try file.cpuDescription
      origin.cpuID = try file.cpuID
      origin.totalMemoryKilobytes = try file.totalMemoryKilobytes
      origin.commandLine = try file.commandLine
    } catch {
      faults.append(error)
    }
    return origin
  }

  mutating func cpus(_ file: borrowing PerfDataFile) -> CPUTable {
    do throws(PerfDataError) {
      return CPUTable(
        counts: try file.cpuCounts, topology: try file.cpuTopology,
        nodes: try file.numaNodes ?? [], kinds: try file.hybridCPUs ?? [],
        caches: try file.cpuCaches ?? [])
    } catch {
      faults.append(error)
      return CPUTable()
    }
  }

  private mutating func note<T>(_ error: PerfDataError) -> T? {
    faults.append(error)
    return nil
  }
}
