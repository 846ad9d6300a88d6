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

  mutating func clock(_ file: borrowing PerfDataFile) -> RecordClock {
    let chosen = file.events.first { $0.attributes.flags.contains(.useClockID) }
    do throws(PerfDataError) {
      return RecordClock(
        clockID: chosen?.attributes.clockID, resolution: try file.clockResolution,
        reference: try file.clockData)
    } catch {
      faults.append(error)
      return RecordClock(clockID: chosen?.attributes.clockID)
    }
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
