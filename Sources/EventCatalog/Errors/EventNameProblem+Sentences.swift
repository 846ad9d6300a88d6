internal import PerfEvent

/// Sentences that are longer than one line or depend on more than the case.
extension EventNameProblem {
  static func nameOfPMU(_ name: String, _ events: [String], _ terms: [String]) -> String {
    let start: String = "\(quoted(name)) is a PMU and no event"
    if let event = events.first {
      return
        "\(start): name one of its events, as in \(quoted("\(name)/\(event)/")), which are "
        + ProblemText.list(events)
    }
    if let term = terms.first {
      return
        "\(start): give its terms, as in \(quoted("\(name)/\(term)=1/")), which are "
        + ProblemText.list(terms)
    }
    return start
  }

  static func metric(
    _ name: String, _ source: EventSourceKind, _ events: [String]
  ) -> String {
    let start: String = "\(quoted(name)) is a metric of \(source.rawValue) and no event"
    if events.isEmpty { return start }
    return "\(start): it is computed from the counts of \(ProblemText.list(events))"
  }

  static func metricGroup(
    _ name: String, _ source: EventSourceKind, _ events: [String]
  ) -> String {
    let start: String =
      "\(quoted(name)) is a group of metrics of \(source.rawValue) and no event"
    if events.isEmpty { return start }
    return "\(start): it needs the counts of \(ProblemText.list(events))"
  }

  static func addressOfText(_ term: String, _ pmu: String) -> String {
    """
    the kernel takes the text of \(quoted(term)) by its address, for which attributes of \
    \(quoted(pmu)) have no place: define the probe in \(pmu)_events of tracefs and name it as \
    a tracepoint, or give the address of a function as config2
    """
  }

  static func tracepointsUnavailable(path: String, error: Errno) -> String {
    if path.isEmpty { return "tracepoints are those of a kernel at hand, and no tracefs is given" }
    switch error {
    case .noSuchFile where path.hasPrefix("/sys/"):
      return """
        tracepoints need tracefs, which is not mounted at \(path): \
        run \"mount -t tracefs tracefs /sys/kernel/tracing\" as root
        """
    case .noSuchFile: return "tracepoints need tracefs, which is not found at \(path)"
    case .accessDenied, .notPermitted:
      return """
        tracepoints cannot be read in \(path) by this user: run as root, or let root run \
        \"mount -o remount,mode=755 \(path)\"
        """
    default: return "tracepoints cannot be read in \(path): \(error)"
    }
  }
}
