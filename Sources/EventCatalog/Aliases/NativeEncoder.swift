/// The codes of events in the language of libpfm4, as far as tables tell them.
///
/// A table has every event with each single unit mask. Several masks are put together
/// here, and modifiers added, as the library does it.
struct NativeEncoder {
  let index: AliasIndex
  let microarchitecture: Microarchitecture

  /// The code of `[pmu::]EVENT[:mask]...[:modifier[=value]]...`, nil if it is not known.
  ///
  /// Tables do not tell which masks go together, and each row of one mask has the defaults
  /// of all other groups of masks in it. Several masks are right only where somebody else
  /// has tried them, as PAPI has those of its presets.
  func key(of text: String, masksAtMost limit: Int = .max) -> EncodingKey? {
    var name: Substring = text[...]
    if let separator = name.firstRange(of: "::") {
      let pmu: Substring = name[..<separator.lowerBound]
      name = name[separator.upperBound...]
      if pmu == "ix86arch" { return architectural(name) }
      if pmu == "perf" { return generic(name) }
    }
    let parts: [Substring] = name.split(separator: ":")
    guard let event = parts.first else { return nil }
    var masks: [Substring] = []
    var modifiers: [Substring] = []
    for part in parts.dropFirst() {
      if isMask(part, of: event) { masks.append(part) } else { modifiers.append(part) }
    }
    guard masks.count <= limit, var key = combined(event, masks: masks) else { return nil }
    for modifier in modifiers where !apply(modifier, to: &key.words) { return nil }
    return key
  }

  private func isMask(_ part: Substring, of event: Substring) -> Bool {
    found("\(event):\(part)") != nil
  }

  /// The code of an event with all masks at once.
  private func combined(_ event: Substring, masks: [Substring]) -> EncodingKey? {
    guard let first = masks.first else { return found(String(event)) ?? nil }
    guard var key = found("\(event):\(first)") ?? nil else { return nil }
    for mask in masks.dropFirst() {
      guard let other = found("\(event):\(mask)") ?? nil else { return nil }
      key.words.config |= other.words.config
      key.words.config1 |= other.words.config1
    }
    return key
  }

  /// The code that a table of libpfm4 gives, in two layers: no such name, no code.
  private func found(_ name: String) -> EncodingKey?? {
    for entry in index.entries(named: name) where entry.source == .libpfm4 {
      return .some(entry.key)
    }
    return nil
  }

  private func apply(_ modifier: Substring, to words: inout EventWords) -> Bool {
    let parts: [Substring] = modifier.split(separator: "=", maxSplits: 1)
    guard let name = parts.first?.lowercased() else { return true }
    let value: UInt64? = parts.count == 2 ? NumberText.unsigned(String(parts[1])) : 1
    guard let value else { return false }
    switch name {
    case "u", "k", "h", "mg", "mh", "period", "freq", "precise", "excl", "pinned": return true
    case "c" where value <= 0xff:
      words.config = words.config & ~(0xff << 24) | value << 24
    case "e": words.config = words.config & ~(1 << 18) | (value & 1) << 18
    case "i": words.config = words.config & ~(1 << 23) | (value & 1) << 23
    case "t": words.config = words.config & ~(1 << 21) | (value & 1) << 21
    case "ldlat" where value <= 0xffff: words.config1 = value
    case "fe_thres" where value <= 0xfff:
      words.config1 = words.config1 & ~(0xfff << 8) | value << 8
    default: return false
    }
    return true
  }

  /// The events that every core of Intel has.
  private func architectural(_ name: Substring) -> EncodingKey? {
    guard microarchitecture.layout == .intel else { return nil }
    // Some files write the plural of the one name.
    let event: String = name == "INSTRUCTIONS_RETIRED" ? "INSTRUCTION_RETIRED" : String(name)
    return LibpfmArchitecturalEvents.code(of: event).map {
      EncodingKey(unit: .core, words: EventWords(config: $0))
    }
  }

  /// A generic event of the kernel, under the library's name for it.
  private func generic(_ name: Substring) -> EncodingKey? {
    index.entries(named: String(name)).first { $0.source == .generic }?.key
  }
}
