extension OProfileReader {
  /// Reads `event:0x3c counters:0,1 um:zero minimum:6000 name:CYCLES : text`.
  mutating func readEventLine(_ line: SourceLine, path: String) throws(EventSourceError) {
    let (words, text) = Self.split(line)
    var fields: [String: String] = [:]
    for word in words {
      guard let (tag, value) = Self.tagged(word) else {
        warnings.add(path, .line(line.number), SourceWarnings.invalid("event", word))
        continue
      }
      fields[tag] = value
    }
    if let included = fields["include"] {
      guard let table = includedTable(included, path: path, line: line) else { return }
      try readMasks(of: table, isIncluded: true)
      try readEvents(of: table, isIncluded: true)
      return
    }
    if let event = event(fields, text: text, path: path, line: line) { events.append(event) }
  }

  /// The words before a colon that stands alone, and what stands behind it.
  private static func split(_ line: SourceLine) -> (words: [String], text: String) {
    let bytes: ArraySlice<UInt8> = line.trimmed
    var start: Int = bytes.startIndex
    var words: [String] = []
    while start < bytes.endIndex {
      if bytes[start] == UInt8(ascii: ":") {
        let text: ArraySlice<UInt8> = bytes[(start + 1)...].trimmed
        return (words, String(decoding: text, as: UTF8.self))
      }
      let end: Int = bytes[start...].firstIndex(where: \.isBlank) ?? bytes.endIndex
      words.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = bytes[end...].firstIndex { !$0.isBlank } ?? bytes.endIndex
    }
    return (words, "")
  }

  private mutating func event(
    _ fields: [String: String], text: String, path: String, line: SourceLine
  ) -> OProfileEvent? {
    let place = EventSourceError.Place.line(line.number)
    for field in ["event", "name", "um"] where fields[field]?.isEmpty ?? true {
      warnings.add(path, place, .missingField(field))
      return nil
    }
    guard let name = fields["name"], let codeText = fields["event"], let um = fields["um"] else {
      return nil
    }
    guard !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: ":") }) else {
      warnings.add(path, place, SourceWarnings.invalid("name", name))
      return nil
    }
    guard let code = Self.hexadecimal(codeText) else {
      warnings.add(path, place, SourceWarnings.invalid("event", codeText))
      return nil
    }
    guard let mask = mask(um, path: path, place: place) else { return nil }
    var event = OProfileEvent(
      name: name, code: code, counters: nil, mask: mask, minimum: nil,
      text: text.isEmpty ? fields["desc"] ?? "" : text, remarks: [],
      isExtended: fields["ext"] != nil, path: path)
    readNumbers(of: &event, fields, path: path, place: place)
    let known: Set<String> = ["event", "name", "um", "counters", "minimum", "desc"]
    for tag in fields.keys.sorted() where !known.contains(tag) {
      event.remarks.append("\(tag):\(fields[tag] ?? "")")
      if tag != "filter" && tag != "ext" {
        warnings.add(path, place, SourceWarnings.invalid("tag", tag))
      }
    }
    return event
  }

  /// The counters and the smallest count; an event without them is still one.
  private mutating func readNumbers(
    of event: inout OProfileEvent, _ fields: [String: String], path: String,
    place: EventSourceError.Place
  ) {
    if let text = fields["minimum"] {
      event.minimum = NumberText.unsigned(text)
      if event.minimum == nil {
        warnings.add(path, place, SourceWarnings.invalid("minimum", text))
      }
    }
    guard let text = fields["counters"] else { return }
    guard text != "cpuid" else {
      event.remarks.append("counters:cpuid")
      return
    }
    var counters: CounterSet = []
    for item in text.utf8.split(separator: UInt8(ascii: ",")).map({ String(Substring($0)) }) {
      guard let number = NumberText.unsigned(item), number < 64 else {
        warnings.add(path, place, SourceWarnings.invalid("counters", text))
        return
      }
      counters.formUnion(CounterSet(counter: Int(number)))
    }
    event.counters = counters
  }

  /// The set of masks of a name, or several sets in one.
  private mutating func mask(
    _ text: String, path: String, place: EventSourceError.Place
  ) -> OProfileUnitMask? {
    if let mask = masks[text] { return mask }
    var merged: OProfileUnitMask?
    for name in text.utf8.split(separator: UInt8(ascii: ",")).map({ String(Substring($0)) }) {
      guard let mask = masks[name] else {
        warnings.add(path, place, .danglingReference(SourceWarnings.short(name)))
        return nil
      }
      guard let known = merged else {
        merged = mask
        continue
      }
      guard known.kind == mask.kind, known.entries.count + mask.entries.count <= 256 else {
        warnings.add(path, place, SourceWarnings.invalid("um", text))
        return nil
      }
      merged?.entries += mask.entries
      if case .value(let first) = known.defaultMask, case .value(let second) = mask.defaultMask {
        merged?.defaultMask = .value(first | second)
      }
    }
    if merged == nil { warnings.add(path, place, SourceWarnings.invalid("um", text)) }
    return merged
  }
}
