/// The name and version of a method that produced a result.
///
/// Stored beside results, so that figures from different releases are compared
/// only when they were made in the same way.
public struct MethodIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The name of the method, in lower case with hyphens.
  public let name: String

  /// The version of the method, raised whenever it may give another result.
  public let version: Int

  /// Creates an identity.
  ///
  /// - Parameters:
  ///   - name: The name of the method, in lower case with hyphens.
  ///   - version: The version of the method.
  public init(name: String, version: Int) {
    self.name = name
    self.version = version
  }

  /// The name and the version, as in "modified-z 1".
  public var description: String { "\(name) \(version)" }
}
