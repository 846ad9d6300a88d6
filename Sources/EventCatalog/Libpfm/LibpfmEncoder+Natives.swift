extension LibpfmEncoder {
  /// Encodes an event that is named as on a machine with a certain kind of cores.
  ///
  /// PAPI's presets name events so: without the PMU, which may be the one of the cores,
  /// the one of Intel's architectural events, or the kernel. They are tried in this
  /// order.
  ///
  /// - Parameters:
  ///   - event: The event, such as `LLC_REFERENCES`; a PMU that it names is taken.
  ///   - core: The PMU of the cores.
  ///   - levels: The privilege levels at which it counts if it does not say so.
  /// - Returns: The encoding.
  /// - Throws: What is wrong with the event as one of the cores.
  public func encode(
    native event: String, of core: LibpfmPMU, levels: LibpfmLevels = [.user, .kernel]
  ) throws(LibpfmError) -> LibpfmEncoding {
    let failure: LibpfmError
    do {
      return try encode(event, of: core, levels: levels)
    } catch {
      guard case .unknownEvent = error.problem else { throw error }
      failure = error
    }
    var others: [LibpfmPMU] = []
    if LibpfmArchitecturalEvents.belong(to: core) {
      others += pmu(named: LibpfmArchitecturalEvents.pmu).map { [$0] } ?? []
    }
    others += pmu(named: "perf").map { [$0] } ?? []
    for other in others {
      if let encoding = encodingIfAny(of: "\(other.name)::\(event)", levels: levels) {
        return encoding
      }
    }
    throw failure
  }
}
