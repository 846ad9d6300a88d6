/// An event line of OProfile.
struct OProfileEvent {
  var name: String
  var code: UInt64
  /// The counters; nil where the CPU itself says how many it has.
  var counters: CounterSet?
  var mask: OProfileUnitMask
  var minimum: UInt64?
  var text: String
  /// What else the line says, as it stands there.
  var remarks: [String]
  /// Whether the code is not that of a counter, such as with instruction based sampling.
  var isExtended: Bool
  var path: String
}
