/// A name that regions of a counter bear, looked up once.
public struct Region: Hashable, Sendable {
  let index: Int
  /// The counter that gave the region out.
  let counter: ObjectIdentifier
}
