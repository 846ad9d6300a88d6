extension NameFilter {
  /// Names of events of offcore registers are written in two ways, and found in both.
  private static let offcore = NameFilter(["OFFCORE_RESPONSE"])

  private var isOfOffcore: Bool { mayGoOn(behind: "offcore_response") }

  /// Whether a record of an event with one of the names may stand in a file.
  func mayStandInNames(of bytes: [UInt8]) -> Bool {
    if mayStand(in: bytes) { return true }
    if isOfOffcore, Self.offcore.mayStand(in: bytes) { return true }
    // A name can be written in escapes, though no file does so.
    return bytes.containsEscapedLetter
  }

  /// Whether a record may be one of an event with one of the names.
  func mayFit(_ record: EventFileRecord) -> Bool {
    for field in [EventFileField.eventName, .standardEvent] {
      if record[field].kind == .escapedText { return true }
      let name: ArraySlice<UInt8> = record.bytes(field)
      if contains(name) { return true }
      if isOfOffcore, name.starts(with: "OFFCORE_RESPONSE".utf8) { return true }
    }
    return false
  }
}

extension [UInt8] {
  /// Whether `\u` stands in the text.
  fileprivate var containsEscapedLetter: Bool {
    var start: Int = startIndex
    while let place = firstPlace(of: UInt8(ascii: "\\"), in: start..<count), place + 1 < count {
      if self[place + 1] == UInt8(ascii: "u") { return true }
      start = place + 2
    }
    return false
  }
}
