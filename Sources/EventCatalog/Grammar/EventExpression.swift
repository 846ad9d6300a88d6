/// An expression in the language of perf as a value, before a machine is asked.
///
/// Printing an expression gives a text that means the same; numbers are spelled
/// anew, and blanks are left out. Texts that only other tools understand are kept as
/// they are.
public struct EventExpression: Hashable, Sendable {
  let groups: [ParsedGroup]

  /// Reads an expression.
  ///
  /// - Parameter text: Events and groups, with commas between them.
  /// - Throws: What is wrong with its form, and where.
  public init(parsing text: String) throws(EventNameError) {
    do throws(LocatedProblem) {
      var parser = try ExpressionParser(text)
      self.groups = try parser.parse()
      for case .foreign(let name, let problem) in groups.flatMap(\.events).map(\.subject)
      where !ForeignName.isPlausible(name) {
        throw problem
      }
    } catch {
      throw EventNameError(error, in: text)
    }
  }

  /// Whether two expressions consist of the same parts, however they are spelled.
  ///
  /// - Parameters:
  ///   - first: An expression.
  ///   - second: Another one.
  /// - Returns: Whether all parts are equal.
  public static func == (first: Self, second: Self) -> Bool {
    first.groups == second.groups
  }

  /// Feeds the parts into a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}

extension EventExpression: CustomStringConvertible {
  /// A text that means the same.
  public var description: String { groups.map(\.description).joined(separator: ",") }
}
