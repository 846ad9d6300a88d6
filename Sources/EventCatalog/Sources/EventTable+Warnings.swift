extension EventTable {
  /// Keeps a warning; of very many the first are kept, and how many more there are.
  ///
  /// A file may consist of nothing but mistakes.
  ///
  /// - Parameter warning: What could not be used.
  mutating func add(warning: EventSourceError) {
    guard warnings.count >= SourceWarnings.limit else {
      warnings.append(warning)
      return
    }
    if case .moreProblems(let count)? = warnings.last?.problem {
      warnings[warnings.count - 1].problem = .moreProblems(count: count + 1)
    } else {
      warnings.append(EventSourceError(path: warning.path, problem: .moreProblems(count: 1)))
    }
  }
}
