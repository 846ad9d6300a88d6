public import PerfEvent

extension EventWords {
  /// Creates the words of the attributes of an event.
  ///
  /// - Parameter attributes: The attributes.
  public init(_ attributes: EventAttributes) {
    self.init(
      config: attributes.config, config1: attributes.config1, config2: attributes.config2,
      config3: attributes.config3, config4: attributes.config4)
  }
}
