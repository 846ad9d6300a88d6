internal import PerfEvent

extension EventNameProblem: CustomStringConvertible {
  /// One sentence that says what is wrong and what can be done.
  public var description: String {
    switch self {
    case .emptyExpression: "no event is named"
    case .emptyPart: "an event or term is missing here"
    case .tooLong(let limit): "the expression is longer than \(limit) bytes"
    case .tooManyEvents(let limit): "the expression stands for more than \(limit) events"
    case .unexpectedCharacter(let character): "unexpected \(quoted(character))"
    case .unbalancedBrace: "a brace of a group has no partner"
    case .unbalancedSlash: "the terms have no closing slash"
    case .unbalancedQuote: "the text has no closing quotation mark"
    case .nestedGroup: "a group cannot stand inside a group"
    default: nameDescription
    }
  }

  private var nameDescription: String {
    switch self {
    case .unknownEvent(let name, let nearest):
      "no event is named \(quoted(name))\(proposal(nearest))"
    case .impossibleCacheOperation(let name, let nearest):
      "the cache of \(quoted(name)) has no such operation\(proposal(nearest))"
    case .measuredByPerf(let name):
      "\(quoted(name)) is measured by the perf tool itself and is no event of the kernel"
    case .noMatch(let pattern): "nothing matches \(quoted(pattern))"
    case .unknownModifier(let letter):
      "\(quoted(letter)) is no modifier, which are u k h G H I p P S D W e b R X"
    case .repeatedModifier("p"): "the modifier \"p\" may stand at most three times"
    case .repeatedModifier(let letter): "the modifier \(quoted(letter)) may stand only once"
    case .modifierOfGroups(let letter):
      "the modifier \(quoted(letter)) is only for groups in braces"
    default: termDescription
    }
  }

  private var termDescription: String {
    switch self {
    case .unknownPMU(let name, let present):
      "this machine has no PMU \(quoted(name)); it has \(list(present))"
    case .unknownTerm(let term, let pmu, let available):
      "the PMU \(quoted(pmu)) knows no term or event \(quoted(term)); it knows \(list(available))"
    case .missingValue(let term, let width):
      "the term \(quoted(term)) needs a value of at most \(width) bits"
    case .missingParameter(let term, let event):
      "the event \(quoted(event)) needs a value for its term \(quoted(term))"
    case .valueTooLarge(let term, let value, let width):
      "the value \(value) is too large for the term \(quoted(term)) of \(bits(width))"
    case .invalidValue(let term, let value):
      "\(quoted(value)) is no value of the term \(quoted(term))"
    case .textValue(let term, let value):
      "the term \(quoted(term)) takes numbers only, not the text \(quoted(value))"
    case .recordingTerm(let term):
      "the term \(quoted(term)) is about recording and cannot be part of a counted event"
    default: sourceDescription
    }
  }

  private var sourceDescription: String {
    switch self {
    case .invalidRawCode(let code):
      "\(quoted(code)) is no raw event, which is r and at most 16 hexadecimal digits"
    case .invalidBreakpoint(let text):
      "\(quoted(text)) is no breakpoint, which is mem:ADDRESS[/LENGTH][:rwx]"
    case .unknownTracepoint(let name, let nearest):
      "there is no tracepoint \(quoted(name))\(proposal(nearest))"
    case .tracepointsUnavailable("", _):
      "tracepoints are those of a kernel at hand, and no tracefs is given"
    case .tracepointsUnavailable(let path, .noSuchFile) where !path.hasPrefix("/sys/"):
      "tracepoints need tracefs, which is not found at \(path)"
    case .tracepointsUnavailable(let path, .noSuchFile):
      """
      tracepoints need tracefs, which is not mounted at \(path): \
      run \"mount -t tracefs tracefs /sys/kernel/tracing\" as root
      """
    case .tracepointsUnavailable(let path, .accessDenied),
      .tracepointsUnavailable(let path, .notPermitted):
      """
      tracepoints cannot be read in \(path) by this user: run as root, or let root run \
      \"mount -o remount,mode=755 \(path)\"
      """
    case .tracepointsUnavailable(let path, let error):
      "tracepoints cannot be read in \(path): \(error)"
    case .unreadableFile(let path, let error): "\(path) \(error.readingProblem)"
    case .malformedFile(let path, let text): "\(path) holds the unexpected text \(quoted(text))"
    default: toolDescription
    }
  }

  private var filterDescription: String {
    switch self {
    case .unknownField(let field, let tracepoint, let available):
      "records of \(tracepoint) have no field \(quoted(field)); they have \(list(available))"
    case .impossibleComparison(let filter, let field):
      "the field \(quoted(field)) cannot be compared as in \(quoted(filter))"
    case .malformedFilter(let filter, let offset):
      "\(quoted(filter)) is no filter from its character \(offset + 1) on"
    default: "the event cannot be found"
    }
  }

  private var toolDescription: String {
    switch self {
    case .addressOfText(let term, let pmu):
      """
      the kernel takes the text of \(quoted(term)) by its address, for which attributes of \
      \(quoted(pmu)) have no place: define the probe in \(pmu)_events of tracefs and name it as \
      a tracepoint, or give the address of a function as config2
      """
    case .needsSysfs(let pmu):
      """
      the number of the PMU \(quoted(pmu)) is known to the kernel of its machine alone; a copy \
      of that machine's /sys/bus/event_source is needed
      """
    case .needsKernel(let term, let pmu, let version):
      "the kernel gives the PMU \(quoted(pmu)) no term \(quoted(term)), which needs Linux \(version)"
    case .notEncoded(let name):
      "\(quoted(name)) is described, but nothing says how it is encoded"
    case .ambiguousEvent(let name, let meanings):
      "\(quoted(name)) means different events to different tools: \(list(meanings))"
    case .unknownUnitMask(let mask, let event, let available):
      "the event \(quoted(event)) has no unit mask \(quoted(mask)); it has \(list(available))"
    case .impossibleCounter(let counter, let event, let possible):
      "the event \(quoted(event)) cannot be on the counter \(quoted(counter)), but on \(list(possible))"
    case .unknownPart(let part, let preset):
      "the preset \(quoted(preset)) needs the event \(quoted(part)), which does not exist"
    case .libpfm4(let problem): "\(problem)"
    default: filterDescription
    }
  }
}

private func proposal(_ names: [String]) -> String {
  names.isEmpty ? "" : "; did you mean \(names.map(quoted).joined(separator: " or "))?"
}

private func list(_ names: [String]) -> String {
  let shown: String = names.prefix(40).joined(separator: ", ")
  if names.isEmpty { return "none" }
  return names.count > 40 ? "\(shown) and \(names.count - 40) more" : shown
}

private func bits(_ width: Int) -> String {
  width == 1 ? "1 bit" : "\(width) bits"
}
