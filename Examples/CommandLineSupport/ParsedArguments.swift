/// The options and operands that a user gave.
public struct ParsedArguments: Sendable {
  private var given: [String: [String]] = [:]
  /// What is neither an option nor the value of one, in order.
  public internal(set) var operands: [String] = []

  mutating func add(_ option: OptionDeclaration, _ value: String) {
    given[option.name, default: []].append(value)
  }

  /// Tells whether the option was given.
  public func has(_ name: String) -> Bool {
    given[name] != nil
  }

  /// Returns the last value of the option.
  public func value(_ name: String) -> String? {
    given[name]?.last
  }

  /// Returns all values of the option, in order.
  public func values(_ name: String) -> [String] {
    given[name] ?? []
  }

  /// Returns the option's value as a number of the range; nothing if not given.
  public func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let most = range.upperBound == .max ? "" : " and at most \(range.upperBound)"
      throw UsageError(
        "option '--\(name)' needs a whole number of at least \(range.lowerBound)\(most), "
          + "not '\(abbreviated(text))'")
    }
    return number
  }

  /// Returns the one option of those named that was given; more than one is a usage error.
  public func exclusive(_ names: [String]) throws(UsageError) -> String? {
    let present = names.filter { has($0) }
    guard present.count <= 1 else {
      let list = present.map { "'--\($0)'" }.joined(separator: " and ")
      throw UsageError("options \(list) exclude each other")
    }
    return present.first
  }
}
