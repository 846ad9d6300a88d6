extension OProfileReader {
  /// More masks than an event of OProfile may have.
  private static let entryLimit: Int = 64

  /// Reads the head of a set of masks, one of its masks, or an include line.
  mutating func readMaskLine(
    _ line: SourceLine, path: String, current: inout OProfileUnitMask?
  ) throws(EventSourceError) {
    if line.isIndented {
      readMaskEntry(line, path: path, current: &current)
      return
    }
    finish(current, path: path)
    current = nil
    var fields: [String: String] = [:]
    for word in line.words() {
      guard let (tag, value) = Self.tagged(word) else {
        warnings.add(path, .line(line.number), SourceWarnings.invalid("unit mask", word))
        continue
      }
      fields[tag] = value
    }
    if let included = fields["include"] {
      guard let table = includedTable(included, path: path, line: line) else { return }
      try readMasks(of: table, isIncluded: true)
      return
    }
    for tag in fields.keys.sorted() where !["name", "type", "default"].contains(tag) {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("tag", tag))
    }
    current = maskHead(fields, path: path, line: line)
  }

  private mutating func maskHead(
    _ fields: [String: String], path: String, line: SourceLine
  ) -> OProfileUnitMask? {
    for field in ["name", "type", "default"] where fields[field]?.isEmpty ?? true {
      warnings.add(path, .line(line.number), .missingField(field))
    }
    guard let name = fields["name"], !name.isEmpty, let text = fields["default"], !text.isEmpty
    else { return nil }
    // Masks of a kind that is not known are at least what can be chosen one by one.
    let kind: OProfileUnitMask.Kind
    if let known = fields["type"].flatMap(OProfileUnitMask.Kind.init) {
      kind = known
    } else {
      kind = .exclusive
      if let type = fields["type"], !type.isEmpty {
        warnings.add(path, .line(line.number), SourceWarnings.invalid("type", type))
      }
    }
    let isNumber: Bool = text.lowercased().hasPrefix("0x")
    guard isNumber else {
      return OProfileUnitMask(name: name, kind: kind, defaultMask: .name(text))
    }
    guard let value = NumberText.unsigned(text), value <= 0xFFFF_FFFF else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("default", text))
      // The masks do not need it, only an event without one does.
      return OProfileUnitMask(name: name, kind: kind, defaultMask: .name(text))
    }
    return OProfileUnitMask(name: name, kind: kind, defaultMask: .value(value))
  }

  /// Keeps a set of masks, the first one of a name.
  mutating func finish(_ mask: OProfileUnitMask?, path: String) {
    guard let mask, masks[mask.name] == nil else { return }
    if case .name(let name) = mask.defaultMask, mask.defaultEntry == nil {
      warnings.add(path, .entry(mask.name), .danglingReference(SourceWarnings.short(name)))
    }
    masks[mask.name] = mask
  }

  /// Reads `0x41 extra:cmask=1 name text` or `0x41 text`.
  private mutating func readMaskEntry(
    _ line: SourceLine, path: String, current: inout OProfileUnitMask?
  ) {
    guard current != nil else {
      warnings.add(path, .line(line.number), .malformed(expected: "the head of unit masks"))
      return
    }
    guard let entry = maskEntry(line, path: path) else { return }
    guard current?.entries.count ?? 0 < Self.entryLimit else {
      warnings.add(path, .line(line.number), SourceWarnings.invalid("unit mask", entry.text))
      return
    }
    current?.entries.append(entry)
  }

  private mutating func maskEntry(_ line: SourceLine, path: String) -> OProfileUnitMask.Entry? {
    let words: [String] = line.words(limit: 2)
    guard let number = words.first, let value = Self.hexadecimal(number) else {
      warnings.add(
        path, .line(line.number), SourceWarnings.invalid("unit mask", words.first ?? ""))
      return nil
    }
    let rest: String = words.count > 1 ? words[1] : ""
    var entry = OProfileUnitMask.Entry(value: value, text: number, description: rest)
    guard rest.hasPrefix("extra:") else { return entry }
    let bytes = Array(rest.utf8.dropFirst(6))
    let end: Int = bytes.firstIndex(where: \.isBlank) ?? bytes.endIndex
    let list = String(decoding: bytes[..<end], as: UTF8.self)
    let named = SourceLine(number: line.number, bytes: bytes[end...]).words(limit: 2)
    guard let name = named.first else {
      warnings.add(path, .line(line.number), .missingField("name of the unit mask"))
      return nil
    }
    guard let extra = extra(list, path: path, line: line) else { return nil }
    entry.extra = extra
    entry.name = name
    entry.description = named.count > 1 ? named[1] : ""
    return entry
  }

  /// The bits that a list such as `cmask=1,inv` sets.
  private mutating func extra(
    _ list: String, path: String, line: SourceLine
  ) -> OProfileUnitMask.Extra? {
    var extra = OProfileUnitMask.Extra()
    for item in list.utf8.split(separator: UInt8(ascii: ",")).map({ String(Substring($0)) }) {
      if item == "edge" {
        extra.isEdge = true
      } else if item == "inv" {
        extra.isInverted = true
      } else if item == "any" {
        extra.isAnyThread = true
      } else if item == "pebs" {
        extra.isPrecise = true
      } else if item.hasPrefix("cmask="),
        // The number is hexadecimal with and without `0x`.
        let count = Self.hexadecimal(String(item.dropFirst(6))), count <= 0xFF
      {
        extra.counterMask = count
      } else {
        warnings.add(path, .line(line.number), SourceWarnings.invalid("extra", item))
        return nil
      }
    }
    return extra
  }

  /// A hexadecimal number of at most 32 bits, with or without `0x`.
  static func hexadecimal(_ text: String) -> UInt64? {
    let lowered: String = text.lowercased()
    let digits = lowered.hasPrefix("0x") ? lowered.dropFirst(2) : lowered[...]
    guard let value = NumberText.hexadecimal(digits), value <= 0xFFFF_FFFF else { return nil }
    return value
  }

  /// A word `tag:value` in its two parts.
  static func tagged(_ word: String) -> (tag: String, value: String)? {
    guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")), colon > word.startIndex else {
      return nil
    }
    return (String(word[..<colon]), String(word[word.utf8.index(after: colon)...]))
  }
}
