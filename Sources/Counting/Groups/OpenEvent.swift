internal import PerfEvent

/// A descriptor that can stand in an array.
final class OpenEvent: Sendable {
  let descriptor: EventDescriptor

  init(_ descriptor: consuming EventDescriptor) {
    self.descriptor = descriptor
  }
}
