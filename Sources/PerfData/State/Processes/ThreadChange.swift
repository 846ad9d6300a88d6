/// What a thread is at a moment.
struct ThreadState: Sendable {
  /// The position of its name, or -1.
  var name: Int32 = -1
  /// The position of its namespaces, or -1.
  var namespaces: Int32 = -1
}

/// A change of what a thread is.
struct ThreadChange: LifeChange {
  /// The position of the new name, or -1 for a change of the namespaces.
  var name: Int32 = -1
  var namespaces: Int32 = -1
  /// Whether the name changed because a program was executed.
  var isExec: Bool = false

  static var initialState: ThreadState { ThreadState() }

  func applied(to state: ThreadState) -> ThreadState {
    ThreadState(
      name: name < 0 ? state.name : name,
      namespaces: namespaces < 0 ? state.namespaces : namespaces)
  }
}
