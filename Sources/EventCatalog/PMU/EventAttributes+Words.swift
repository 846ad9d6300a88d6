internal import PerfEvent

extension EventAttributes {
  /// A word into which terms are packed.
  subscript(word: TermFormat.Word) -> UInt64 {
    get {
      switch word {
      case .config: config
      case .config1: config1
      case .config2: config2
      case .config3: config3
      case .config4: config4
      }
    }
    set {
      switch word {
      case .config: config = newValue
      case .config1: config1 = newValue
      case .config2: config2 = newValue
      case .config3: config3 = newValue
      case .config4: config4 = newValue
      }
    }
  }
}
