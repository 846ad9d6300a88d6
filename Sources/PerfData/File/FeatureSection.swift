/// A feature of a file and the place of its contents.
public struct FeatureSection: Hashable, Sendable {
  /// The kind of information.
  public let feature: HeaderFeature
  /// The bytes that hold it.
  public let section: FileSection
}
