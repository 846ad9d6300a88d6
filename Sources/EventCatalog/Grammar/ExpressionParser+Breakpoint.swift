internal import PerfEvent

extension ExpressionParser {
  /// The rest of a breakpoint: `:ADDRESS[/LENGTH][:ACCESS]`.
  mutating func parseBreakpoint(from start: Int) throws(LocatedProblem) -> ParsedBreakpoint {
    _ = cursor.take(":")
    let addressText: ArraySlice<UInt8> = takeNumber()
    guard let address = NumberText.unsigned(String(decoding: addressText, as: UTF8.self)) else {
      throw invalidBreakpoint(from: start)
    }
    var breakpoint = ParsedBreakpoint(address: address)
    let slash: Int = cursor.position
    if cursor.take("/") {
      let lengthText: ArraySlice<UInt8> = takeNumber()
      if let length = NumberText.unsigned(String(decoding: lengthText, as: UTF8.self)) {
        breakpoint.length = length
      } else {
        // The slash opens terms.
        cursor.position = slash
      }
    }
    let colon: Int = cursor.position
    if cursor.take(":") {
      let letters: ArraySlice<UInt8> = cursor.take(while: WordCharacters.isLetter)
      if letters.isEmpty || !letters.allSatisfy(Array("rwx".utf8).contains) {
        cursor.position = colon
      } else {
        breakpoint.access = try access(letters, from: start)
      }
    }
    return breakpoint
  }

  private func access(
    _ letters: ArraySlice<UInt8>, from start: Int
  ) throws(LocatedProblem) -> BreakpointAccess {
    var access: BreakpointAccess = []
    for letter in letters {
      let kind: BreakpointAccess =
        switch letter {
        case UInt8(ascii: "r"): .read
        case UInt8(ascii: "w"): .write
        default: .execute
        }
      guard access.insert(kind).inserted else { throw invalidBreakpoint(from: start) }
    }
    return access
  }

  private func invalidBreakpoint(from start: Int) -> LocatedProblem {
    var end: TextCursor = cursor
    _ = end.take { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
    return LocatedProblem(problem: .invalidBreakpoint(end.text(from: start)), position: start)
  }
}
