/// A file of Arm about the events of a core.
struct ArmDataReader {
  private var scanner: JSONScanner
  private(set) var events: [EventDefinition] = []
  var warnings = SourceWarnings()

  init(path: String, bytes: [UInt8]) {
    self.scanner = JSONScanner(bytes, path: path)
  }

  /// The implementer and part of the file's CPU, as in `0x41d0c`.
  ///
  /// No more of the file is read than is needed.
  static func cpu(in bytes: [UInt8], path: String) -> UInt64? {
    var reader = Self(path: path, bytes: bytes)
    var cpu: UInt64?
    // What is wrong behind the number does not matter here.
    try? reader.readObject(depth: 1) { (reader, name) throws(EventSourceError) in
      let value: JSONSlice = try reader.scanner.value(depth: 1)
      if name == "cpuid" { cpu = NumberText.unsigned(reader.text(value)) }
      return name != "cpuid"
    }
    return cpu
  }

  /// Reads all events.
  mutating func read() throws(EventSourceError) {
    try readObject(depth: 1) { (reader, name) throws(EventSourceError) in
      if name == "events", reader.scanner.peek() == UInt8(ascii: "[") {
        try reader.readEvents()
      } else {
        _ = try reader.scanner.value(depth: 1)
      }
      return true
    }
    try scanner.finish()
  }

  private mutating func readEvents() throws(EventSourceError) {
    scanner.position += 1
    var isFirst: Bool = true
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "]")) {
      let start: Int = scanner.position
      guard scanner.peek() == UInt8(ascii: "{") else {
        _ = try scanner.value(depth: 2)
        warnings.add(scanner.path, .offset(start), .malformed(expected: "an event"))
        continue
      }
      var fields: [String: JSONSlice] = [:]
      try readObject(depth: 3) { (reader, name) throws(EventSourceError) in
        fields[name] = try reader.scanner.value(depth: 3)
        return true
      }
      if let event = event(fields, at: start) { events.append(event) }
    }
  }

  /// Passes the members of an object, until a body wants no more.
  private mutating func readObject(
    depth: Int, _ body: (inout Self, String) throws(EventSourceError) -> Bool
  ) throws(EventSourceError) {
    try scanner.pass(UInt8(ascii: "{"), expecting: "an object")
    var isFirst: Bool = true
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "}")) {
      let key: JSONSlice = try scanner.key()
      guard try body(&self, text(key)) else { return }
    }
  }

  private func text(_ slice: JSONSlice?) -> String {
    guard let slice, slice.isText || slice.kind == .number || slice.kind == .truth else {
      return ""
    }
    return JSONText.decoded(slice, of: scanner.bytes)
  }

  private mutating func event(_ fields: [String: JSONSlice], at start: Int) -> EventDefinition? {
    let name: String = text(fields["name"])
    guard !name.isEmpty else {
      warnings.add(scanner.path, .offset(start), .missingField("name"))
      return nil
    }
    let code: String = text(fields["code"])
    guard let number = NumberText.unsigned(code), number <= 0xFFFF else {
      warnings.add(
        scanner.path, .entry(SourceWarnings.short(name)), SourceWarnings.invalid("code", code))
      return nil
    }
    let eventCode = EventCode(layout: .plain, event: number)
    var event = EventDefinition(
      name: name, unit: .core, terms: eventCode.terms, words: eventCode.words,
      provenance: EventProvenance(source: .armData, location: scanner.path))
    let description: String = Self.withLists(text(fields["description"]))
    let end: String.Index? = description.utf8.firstIndex(of: UInt8(ascii: "."))
    event.brief = String(description[..<(end ?? description.endIndex)])
    if event.brief != description { event.details = description }
    event.topic = text(fields["component"])
    event.constraints.remark = ["type", "subtype"]
      .filter { !text(fields[$0]).isEmpty }
      .map { "\($0):\(text(fields[$0]))" }.joined(separator: " ")
    return event
  }

  /// A description with the marks of its lists as lines.
  private static func withLists(_ text: String) -> String {
    let bytes: [UInt8] = Array(text.utf8)
    let mark: [UInt8] = Array("+//0 ".utf8)
    var result: [UInt8] = []
    var index: Int = 0
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        while result.last == 0x20 { result.removeLast() }
        result += "\n- ".utf8
        index += mark.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
