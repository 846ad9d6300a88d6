/// An event as LIKWID's commands take it, `EVENT:COUNTER:OPTION=VALUE`.
///
/// LIKWID counts what programs do, and with the option `KERNEL` what the kernel does
/// as well.
public struct LIKWIDSpecification: Hashable, Sendable {
  /// The name of the event.
  public var event: String
  /// The counter, such as `PMC0`.
  public var counter: String
  /// The options in their order, without `KERNEL`.
  public var options: [Option]
  /// Whether what the kernel does is counted as well.
  public var countsKernel: Bool

  /// An option of an event.
  public struct Option: Hashable, Sendable {
    /// The name, such as `THRESHOLD`.
    public var name: String
    /// The value, 1 for an option without one.
    public var value: UInt64

    /// Creates an option.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    public init(name: String, value: UInt64 = 1) {
      self.name = name
      self.value = value
    }
  }

  /// Reads a specification.
  ///
  /// - Parameter text: The text, such as `L1D_REPLACEMENT:PMC0:EDGEDETECT`.
  /// - Throws: What is wrong, and where.
  public init(parsing text: String) throws(EventNameError) {
    let expression = String(decoding: text.utf8.prefix(4096), as: UTF8.self)
    let parts: [String] = expression.utf8
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard let event = parts.first, !event.isEmpty else {
      throw EventNameError(expression: expression, position: 0, problem: .emptyPart)
    }
    var position: Int = event.utf8.count + 1
    guard parts.count > 1, LIKWIDCounter(parts[1]) != nil else {
      let counter: String = parts.count > 1 ? parts[1] : ""
      throw EventNameError(
        expression: expression, position: min(position, expression.utf8.count),
        problem: counter.isEmpty ? .emptyPart : .invalidValue(term: "counter", value: counter))
    }
    self.event = event
    self.counter = parts[1]
    self.options = []
    self.countsKernel = false
    position += parts[1].utf8.count + 1
    for part in parts.dropFirst(2) {
      guard let option = LIKWIDOption(part) else {
        throw EventNameError(
          expression: expression, position: position,
          problem: part.isEmpty ? .emptyPart : .invalidValue(term: "option", value: part))
      }
      position += part.utf8.count + 1
      guard option.name == "KERNEL" else {
        options.append(Option(name: option.name, value: option.value))
        continue
      }
      countsKernel = option.value != 0
    }
  }

  /// The event that is meant, with the options in its code.
  ///
  /// - Parameter definitions: The definitions that bear a name.
  /// - Returns: The definition, nil if no event of the name can be on the counter.
  /// - Throws: ``EventNameProblem/unknownTerm(term:pmu:available:)`` of an option that
  ///   the event does not know, ``EventNameProblem/valueTooLarge(term:pmu:value:width:)``.
  public func definition(
    among definitions: (_ name: String) -> [EventDefinition]
  ) throws(EventNameError) -> EventDefinition? {
    let found: EventDefinition? = definitions(event).first { definition in
      definition.provenance.source == .likwid && fits(definition.constraints.classes)
    }
    guard var definition = found else { return nil }
    guard !options.isEmpty else { return definition }
    let words: EventWords? = definition.words
    for option in options { try apply(option, to: &definition) }
    // The terms of the plain event no longer say everything.
    if definition.words != words { definition.terms = "" }
    return definition
  }

  /// Whether the counter is one of classes such as `PMC` or `PMC0`.
  func fits(_ classes: [String]) -> Bool {
    classes.contains { counter.hasPrefix($0) }
  }
}
