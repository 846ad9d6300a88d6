internal import Synchronization

/// The tracing data of a file, read when they are first asked for.
final class TracingDataCache: Sendable {
  private enum State {
    case unread
    case read(TracingData?)
  }

  private let state: Mutex<State> = Mutex(.unread)

  /// Returns the tracing data, which only the first call reads.
  func value(_ read: () -> TracingData?) -> TracingData? {
    state.withLock { state in
      if case .read(let data) = state { return data }
      let data = read()
      state = .read(data)
      return data
    }
  }
}
