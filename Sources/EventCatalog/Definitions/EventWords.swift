/// The words of the attributes into which an event's encoding is packed.
///
/// The corresponding C members are `config` to `config4` of `perf_event_attr`.
public struct EventWords: Hashable, Sendable {
  /// The word that holds the code of the event and its unit mask.
  public var config: UInt64
  /// The second word, such as the value of an extra register.
  public var config1: UInt64
  /// The third word.
  public var config2: UInt64
  /// The fourth word.
  public var config3: UInt64
  /// The fifth word.
  public var config4: UInt64

  /// Creates words.
  ///
  /// - Parameters:
  ///   - config: The word that holds the code of the event.
  ///   - config1: The second word.
  ///   - config2: The third word.
  ///   - config3: The fourth word.
  ///   - config4: The fifth word.
  public init(
    config: UInt64, config1: UInt64 = 0, config2: UInt64 = 0, config3: UInt64 = 0,
    config4: UInt64 = 0
  ) {
    self.config = config
    self.config1 = config1
    self.config2 = config2
    self.config3 = config3
    self.config4 = config4
  }
}
