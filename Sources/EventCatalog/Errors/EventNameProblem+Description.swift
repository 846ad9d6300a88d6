extension EventNameProblem: CustomStringConvertible {
  /// One sentence that says what is wrong and what can be done.
  public var description: String {
    switch self {
    case .emptyExpression: "no event is named"
    case .emptyPart: "an event or term is missing here"
    case .tooLong(let limit): "the expression is longer than \(limit) bytes"
    case .tooManyEvents(let limit): "the expression stands for more than \(limit) events"
    case .missingComma: "a comma is missing here between two events"
    case .unexpectedCharacter(let character): "unexpected \(quoted(character))"
    case .unbalancedBrace: "a brace of a group has no partner"
    case .unbalancedSlash: "the terms have no closing slash"
    case .unbalancedQuote: "the text has no closing quotation mark"
    case .nestedGroup: "a group cannot stand inside a group"

    case .unknownEvent(let name, let nearest):
      "no event is named \(quoted(name))\(ProblemText.proposal(nearest))"
    case .impossibleCacheOperation(let name, let nearest):
      "the cache of \(quoted(name)) has no such operation\(ProblemText.proposal(nearest))"
    case .nameOfPMU(let name, let events, let terms): Self.nameOfPMU(name, events, terms)
    case .nameOfTracepoints(let system, let names):
      """
      \(quoted(system)) is a system of \(names.count) tracepoints: name one of them, as in \
      \(quoted("\(system):\(names.first ?? "")")), or all by \(quoted("\(system):*"))
      """
    case .metric(let name, let source, let events): Self.metric(name, source, events)
    case .metricGroup(let name, let source, let events): Self.metricGroup(name, source, events)
    case .measuredByPerf(let name):
      "\(quoted(name)) is measured by the perf tool itself and is no event of the kernel"
    case .noMatch(let pattern): "nothing matches \(quoted(pattern))"

    case .unknownModifier(let letter):
      "\(quoted(letter)) is no modifier, which are u k h G H I p P S D W e b R X"
    case .repeatedModifier("p"): "the modifier \"p\" may stand at most three times"
    case .repeatedModifier(let letter): "the modifier \(quoted(letter)) may stand only once"
    case .modifierOfGroups(let letter):
      "the modifier \(quoted(letter)) is only for groups in braces"

    case .unknownPMU(let name, let present):
      "this machine has no PMU \(quoted(name)); it has \(ProblemText.list(present))"
    case .unknownTerm(let term, let pmu, let available):
      """
      the PMU \(quoted(pmu)) knows no term or event \(quoted(term)); it knows \
      \(ProblemText.list(available))
      """
    case .missingValue(let term, let width):
      "the term \(quoted(term)) needs a value of at most \(width) bits"
    case .missingParameter(let term, let event):
      "the event \(quoted(event)) needs a value for its term \(quoted(term))"
    case .valueTooLarge(let term, let pmu, let value, let width):
      """
      the value \(value) is too large for the term \(quoted(term))\
      \(pmu.map { " of the PMU \(quoted($0))" } ?? ""), which takes \
      \(ProblemText.range(ofBits: width))
      """
    case .invalidValue(let term, let value):
      "\(quoted(value)) is no value of the term \(quoted(term))"
    case .textValue(let term, let value):
      "the term \(quoted(term)) takes numbers only, not the text \(quoted(value))"
    case .recordingTerm(let term):
      "the term \(quoted(term)) is about recording and cannot be part of a counted event"

    case .invalidRawCode(let code):
      "\(quoted(code)) is no raw event, which is r and at most 16 hexadecimal digits"
    case .invalidBreakpoint(let text):
      "\(quoted(text)) is no breakpoint, which is mem:ADDRESS[/LENGTH][:rwx]"
    case .impossibleBreakpointLength(let length, let possible):
      """
      the CPU cannot watch \(length) bytes with such a breakpoint, but \
      \(ProblemText.choice(possible.map(String.init)))
      """

    case .addressOfText(let term, let pmu): Self.addressOfText(term, pmu)
    case .needsSysfs(let pmu):
      """
      the number of the PMU \(quoted(pmu)) is known to the kernel of its machine alone; a copy \
      of that machine's /sys/bus/event_source is needed
      """
    case .needsKernel(let term, let pmu, let version):
      """
      the kernel gives the PMU \(quoted(pmu)) no term \(quoted(term)), which needs Linux \
      \(version)
      """
    case .notEncoded(let name):
      "\(quoted(name)) is described, but nothing says how it is encoded"
    case .ambiguousEvent(let name, let meanings):
      "\(quoted(name)) means different events to different tools: \(ProblemText.list(meanings))"
    case .unknownUnitMask(let mask, let event, let available):
      """
      the event \(quoted(event)) has no unit mask \(quoted(mask)); it has \
      \(ProblemText.list(available))
      """
    case .impossibleCounter(let counter, let event, let possible):
      """
      the event \(quoted(event)) cannot be on the counter \(quoted(counter)), but on \
      \(ProblemText.list(possible))
      """
    case .unknownPart(let part, let preset):
      "the preset \(quoted(preset)) needs the event \(quoted(part)), which does not exist"
    case .needsSource(let source, let part, let preset):
      """
      the preset \(quoted(preset)) needs the event \(quoted(part)), which only \
      \(source.rawValue) explains: that source is to be asked as well
      """
    case .libpfm4(let problem): "\(problem)"

    case .unknownTracepoint(let name, let nearest):
      "there is no tracepoint \(quoted(name))\(ProblemText.proposal(nearest))"
    case .unknownField(let field, let tracepoint, let available):
      """
      records of \(tracepoint) have no field \(quoted(field)); they have \
      \(ProblemText.list(available))
      """
    case .impossibleComparison(let filter, let field):
      "the field \(quoted(field)) cannot be compared as in \(quoted(filter))"
    case .malformedFilter(let filter, let offset):
      "\(quoted(filter)) is no filter from its character \(offset + 1) on"
    case .tracepointsUnavailable(let path, let error):
      Self.tracepointsUnavailable(path: path, error: error)
    case .unreadableFile(let path, let error): "\(path) \(error.readingProblem)"
    case .malformedFile(let path, let text): "\(path) holds the unexpected text \(quoted(text))"
    }
  }
}
