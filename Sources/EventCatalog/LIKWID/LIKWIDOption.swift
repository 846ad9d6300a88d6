/// An option of an event, such as `THRESHOLD=0x2` or `EDGEDETECT`.
struct LIKWIDOption: Hashable {
  /// The name without the prefix that files write.
  var name: String
  var value: UInt64

  /// Reads an option; one without a value is switched on.
  init?(_ text: String) {
    guard text.utf8.count <= 128 else { return nil }
    let parts = text.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    guard var name = parts.first, !name.isEmpty else { return nil }
    if name.hasPrefix("EVENT_OPTION_") { name.removeFirst(13) }
    if name.hasSuffix("_MASK") { name.removeLast(5) }
    if name == "EDGE" { name = "EDGEDETECT" }
    if name == "COUNT_KERNEL" { name = "KERNEL" }
    self.name = name
    guard parts.count > 1 else {
      self.value = 1
      return
    }
    guard let value = NumberText.unsigned(parts[1]) else { return nil }
    self.value = value
  }

  /// The option as it stands in a specification.
  var text: String { value == 1 ? name : "\(name)=\(value.hexadecimal)" }

  /// Enters the option into the code of an event; false if the code has no place for it.
  func apply(to code: inout EventCode, architecture: LIKWIDArchitecture) -> Bool {
    guard code.layout == .x86 || code.layout == .uncore else { return false }
    switch name {
    case "EDGEDETECT": code.isEdge = value != 0
    case "INVERT": code.isInverted = value != 0
    case "THRESHOLD": code.counterMask = value
    case "ANYTHREAD":
      guard architecture.isIntel, code.layout == .x86 else { return false }
      code.isAnyThread = value != 0
    default: return false
    }
    return true
  }
}
