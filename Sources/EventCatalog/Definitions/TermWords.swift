internal import PerfEvent

/// Words into which the terms of an event are packed.
protocol TermWords {
  var config: UInt64 { get set }
  var config1: UInt64 { get set }
  var config2: UInt64 { get set }
  var config3: UInt64 { get set }
  var config4: UInt64 { get set }
}

extension EventWords: TermWords {}
extension EventAttributes: TermWords {}

extension TermWords {
  /// The word into which a term is packed.
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
