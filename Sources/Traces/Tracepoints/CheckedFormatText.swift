internal import PerfData

/// The text of a format as libtraceevent gets it: written anew from what was read.
struct CheckedFormatText {
  let text: String

  private static let mostBytes: Int = 1 << 18

  /// A call of a function that libtraceevent does not know: it gives up on the
  /// print format, and prints the fields as it does with any other it cannot read.
  private static let unreadable: String = "\"%s\", unknown_function(0)"

  /// Writes a format, or nothing when its names are none in C.
  init?(_ format: TracepointFormat) {
    guard format.name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 45 }),
      format.printFormat.utf8.count <= CheckedFormatText.mostBytes
    else { return nil }
    var text = "name: \(format.name)\nID: \(format.id)\nformat:\n"
    for isCommon in [true, false] {
      for field in format.fields where field.isCommon == isCommon {
        guard let line = CheckedFormatText.line(field) else { return nil }
        text += line
      }
      text += "\n"
    }
    let names = Set(format.fields.map(\.name))
    let isGood = PrintFormatGrammar.accepts(format.printFormat, fields: names)
    text += "print fmt: "
    text += isGood ? CheckedFormatText.escapingTabs(format.printFormat) : Self.unreadable
    self.text = text + "\n"
  }

  private static func line(_ field: TracepointField) -> String? {
    var brackets = ""
    var type = field.type[...]
    if field.placement != .inline {
      guard type.hasSuffix("[]") else { return nil }
      type = type.dropLast(2)
    } else if let length = field.arrayLength {
      brackets = "[\(length)]"
    } else if field.size == 0 {
      brackets = "[]"
    }
    guard let first = type.utf8.first, first.isLetter,
      type.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 32 || $0 == 42 }),
      field.name.utf8.first?.isLetter == true
    else { return nil }
    return "\tfield:\(field.type) \(field.name)\(brackets);\toffset:\(field.offset);"
      + "\tsize:\(field.size);\tsigned:\(field.isSigned ? 1 : 0);\n"
  }

  /// Writes tabs within quotes, at which libtraceevent gives up, as C does.
  private static func escapingTabs(_ text: String) -> String {
    var result = ""
    var isQuoted = false
    for character in text.unicodeScalars {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted && character == "\t" {
        result += "\\t"
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
