extension CommandDeclaration {
  /// Splits the arguments behind the command's name into options and operands.
  ///
  /// `--` ends the options. Letters of switches may be joined, as in `-ab`. An
  /// option given twice keeps all its values, in order.
  public func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        parsed.operands += rest
        break
      }
      if argument.hasPrefix("--") {
        try parseName(argument.dropFirst(2), &rest, &parsed)
      } else if argument.hasPrefix("-") && argument != "-" {
        try parseLetters(argument.dropFirst(), &rest, &parsed)
      } else {
        parsed.operands.append(argument)
        if operands == .last {
          // What follows belongs to the operand, except a `--` at once behind
          // the options, which was taken above.
          parsed.operands += rest
          break
        }
      }
    }
    return parsed
  }

  private func parseName(
    _ text: Substring, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0]
    guard let option = options.first(where: { $0.name == name }) else {
      throw UsageError("unknown option '--\(abbreviated(String(name)))'")
    }
    guard let valueName = option.valueName else {
      if parts.count > 1 { throw UsageError("option '--\(name)' takes no value") }
      parsed.add(option, "")
      return
    }
    if parts.count > 1 {
      parsed.add(option, String(parts[1]))
    } else if let value = rest.popFirst() {
      parsed.add(option, value)
    } else {
      throw UsageError("option '--\(name)' needs a value: \(valueName)")
    }
  }

  private func parseLetters(
    _ text: Substring, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    var letters = text
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.letter == letter }) else {
        throw UsageError("unknown option '-\(letter)'")
      }
      guard let valueName = option.valueName else {
        parsed.add(option, "")
        continue
      }
      if !letters.isEmpty {
        parsed.add(option, String(letters))
      } else if let value = rest.popFirst() {
        parsed.add(option, value)
      } else {
        throw UsageError("option '-\(letter)' needs a value: \(valueName)")
      }
      return
    }
  }
}
