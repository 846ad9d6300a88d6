import CommandLineSupport
import PerfData

/// A named value of a record, for either form of the output.
struct Field {
  enum Value {
    case number(Int64)
    case unsigned(UInt64)
    case address(UInt64)
    case text(String)
    case word(String)
    case addresses([UInt64])
    case objects([[Field]])
  }

  let name: String
  let value: Value

  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// A field with a number.
  static func number(_ name: String, _ number: some FixedWidthInteger) -> Field {
    if let signed = Int64(exactly: number) { return Field(name, .number(signed)) }
    return Field(name, .unsigned(UInt64(truncatingIfNeeded: number)))
  }

  /// A field with an address, in hexadecimal digits.
  static func address(_ name: String, _ address: UInt64) -> Field {
    Field(name, .address(address))
  }

  /// A field with text.
  static func text(_ name: String, _ text: String) -> Field {
    Field(name, .text(text))
  }

  /// A field with a word of ours, which needs no quotes.
  static func word(_ name: String, _ word: String) -> Field {
    Field(name, .word(word))
  }

  /// The fields of a thread.
  static func thread(_ thread: ThreadID, prefix: String = "") -> [Field] {
    [.number(prefix + "pid", thread.process), .number(prefix + "tid", thread.thread)]
  }

  /// Writes the field as text.
  func write(to buffer: inout TextBuffer) {
    buffer.append(name)
    buffer.append(ascii: " ")
    switch value {
    case .number(let number): buffer.append(decimal: number)
    case .unsigned(let number): buffer.append(decimal: number)
    case .address(let address): buffer.append(address: address)
    case .text(let text):
      buffer.append(ascii: "\"")
      buffer.append(escaped(text, escaping: ["\"", "\\"]))
      buffer.append(ascii: "\"")
    case .word(let word): buffer.append(word)
    case .addresses(let addresses):
      buffer.append(ascii: "[")
      for (index, address) in addresses.enumerated() {
        if index > 0 { buffer.append(ascii: " ") }
        buffer.append(address: address)
      }
      buffer.append(ascii: "]")
    case .objects(let objects):
      buffer.append(ascii: "[")
      for (index, object) in objects.enumerated() {
        if index > 0 { buffer.append(", ") }
        object.write(to: &buffer)
      }
      buffer.append(ascii: "]")
    }
  }

  /// Writes the field as a member of a JSON object.
  func write(to writer: inout JSONWriter) {
    writer.key(name)
    switch value {
    case .number(let number): writer.value(number)
    case .unsigned(let number): writer.value(number)
    case .address(let address): writer.value(hexadecimal: address)
    case .text(let text), .word(let text): writer.value(text)
    case .addresses(let addresses):
      writer.beginArray()
      for address in addresses { writer.value(hexadecimal: address) }
      writer.endArray()
    case .objects(let objects):
      writer.beginArray()
      for object in objects {
        writer.beginObject()
        for field in object { field.write(to: &writer) }
        writer.endObject()
      }
      writer.endArray()
    }
  }
}

extension [Field] {
  /// Writes the fields as text, with spaces in between.
  func write(to buffer: inout TextBuffer) {
    for (index, field) in enumerated() {
      if index > 0 { buffer.append(ascii: " ") }
      field.write(to: &buffer)
    }
  }
}

extension TextBuffer {
  /// Appends an address in hexadecimal digits with 0x in front.
  fileprivate mutating func append(address: UInt64) {
    append("0x")
    append(hexadecimal: address)
  }
}

/// Returns text whose control characters are made visible, so that a file's names
/// cannot command a terminal.
func escaped(_ text: String, escaping others: Set<Unicode.Scalar> = []) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) && !others.contains(Unicode.Scalar($0)) }) {
    return text
  }
  var result = ""
  for scalar in text.unicodeScalars {
    if others.contains(scalar) {
      result += "\\\(scalar)"
    } else if scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) {
      result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
