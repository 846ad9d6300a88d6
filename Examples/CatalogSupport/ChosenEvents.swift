public import EventCatalog

/// What the options choose to tell about.
public struct ChosenEvents: Sendable {
  /// The events and metrics, and what cannot be read of what the user means.
  public var events: MachineEvents
  /// Sources of the machine that cannot be read and that the user did not ask for.
  ///
  /// Tracepoints, for instance, are for the administrator alone on most machines.
  public var unasked: [EventSourceError] = []

  /// Whether some source knows more of the CPU than what every kernel says.
  public var knowsCPU: Bool = false

  /// Moves the failures of sources that nobody asked for aside.
  mutating func setAside(where isUnasked: (EventSourceError) -> Bool) {
    unasked += events.failures.filter(isUnasked)
    events.failures.removeAll(where: isUnasked)
  }
}
