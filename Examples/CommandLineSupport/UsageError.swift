/// Arguments that do not fit the command; it ends with status 2.
public struct UsageError: Error, CustomStringConvertible {
  /// One clause that names the argument and what is wrong with it.
  public let description: String

  /// Creates an error from one clause.
  public init(_ description: String) {
    self.description = description
  }
}
