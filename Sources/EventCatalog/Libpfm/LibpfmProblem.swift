/// What is wrong with libpfm4, or with an event that it is to encode.
public enum LibpfmProblem: Hashable, Sendable {
  /// The library cannot be initialised.
  case notInitialized(code: Int32, message: String)
  /// No event is named.
  case empty
  /// The text is longer than this number of bytes.
  case tooLong(limit: Int)
  /// A character cannot be part of an event's name.
  case impossibleCharacter(String)
  /// The event has more attributes, with all that they stand for, than this.
  case tooManyAttributes(limit: Int)
  /// The tables have no such PMU.
  case unknownPMU(String, nearest: [String])
  /// The program initialised the library so that PMUs of other machines are refused.
  case absentPMU(String)
  /// The PMU, or none of this machine where none is named, has no such event.
  case unknownEvent(String, nearest: [String])
  /// The event needs a unit mask, or one more beside those that are named.
  ///
  /// The list has those that would do, or all if no single one would.
  case missingUnitMask(event: String, available: [String])
  /// The event has no such attribute, or not in this company.
  case unknownAttribute(String, event: String, nearest: [String])
  /// A modifier has no value or an impossible one.
  case impossibleValue(attribute: String, range: ClosedRange<UInt64>?)
  /// A modifier was set before.
  case repeatedAttribute(String)
  /// Unit masks cannot be counted together.
  ///
  /// The list has those of which each one alone is too much, or all that are named.
  case conflictingUnitMasks([String])
  /// The encoding depends on the number that a kernel gives to this PMU.
  case needsKernel(pmu: String)
  /// The library refuses with this number and says this.
  case refused(code: Int32, message: String)
}

extension LibpfmProblem: CustomStringConvertible {
  /// What is wrong in a few words.
  public var description: String {
    switch self {
    case .notInitialized(let code, let message):
      "libpfm4 cannot be initialised: \(message) (error \(code))"
    case .empty: "no event is named"
    case .tooLong(let limit): "the name is longer than \(limit) bytes"
    case .impossibleCharacter(let character): "\(quoted(character)) cannot be part of a name"
    case .tooManyAttributes(let limit): "there are more than \(limit) attributes"
    case .unknownPMU(let name, let nearest):
      "there is no PMU \(quoted(name))\(ProblemText.proposal(nearest))"
    case .absentPMU(let name):
      "this machine has no PMU \(quoted(name)), and the program has initialised libpfm4 without "
        + "LIBPFM_ENCODE_INACTIVE"
    case .unknownEvent(let name, let nearest):
      "there is no event \(quoted(name))\(ProblemText.proposal(nearest))"
    case .missingUnitMask(let event, let available):
      "\(quoted(event)) needs one more unit mask, such as \(ProblemText.list(available))"
    case .unknownAttribute(let name, let event, let nearest):
      "\(quoted(event)) does not take the attribute \(quoted(name))\(ProblemText.proposal(nearest))"
    case .impossibleValue(let attribute, let range?):
      "the value of \(quoted(attribute)) must be \(range.lowerBound) to \(range.upperBound)"
    case .impossibleValue(let attribute, nil):
      "the value of \(quoted(attribute)) is missing or impossible"
    case .repeatedAttribute(let name): "\(quoted(name)) is given twice"
    case .conflictingUnitMasks(let names):
      "the unit masks \(ProblemText.list(names)) cannot be counted together"
    case .needsKernel(let pmu):
      "the encoding needs a kernel that offers the PMU \(quoted(pmu))"
    case .refused(let code, let message): "\(message) (error \(code))"
    }
  }
}
