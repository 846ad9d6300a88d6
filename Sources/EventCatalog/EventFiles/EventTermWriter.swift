/// Writes the encoding of a record as terms, such as `event=0x51,period=2000003,umask=1`.
///
/// The form, with its order of terms and its notation of numbers, is that of the tables
/// that are built into perf.
struct EventTermWriter {
  private(set) var text: [UInt8] = []

  /// The encodings of events that fixed counters count, by their names in small letters.
  ///
  /// Whatever the files say, the kernel takes the codes of the general counters.
  private static let fixedEvents: [String: String] = [
    "inst_retired.any": "event=0xc0,period=2000003",
    "inst_retired.any_p": "event=0xc0,period=2000003",
    "cpu_clk_unhalted.ref": "event=0x0,umask=0x03,period=2000003",
    "cpu_clk_unhalted.thread": "event=0x3c,period=2000003",
    "cpu_clk_unhalted.core": "event=0x3c,period=2000003",
    "cpu_clk_unhalted.thread_any": "event=0x3c,any=1,period=2000003",
  ]

  /// The encoding of an event that fixed counters count, nil of any other name.
  ///
  /// - Parameter name: The name in small letters.
  /// - Returns: The terms.
  static func fixedEvent(_ name: String) -> String? {
    // Only two kinds of names are in the table, and there are many names.
    guard name.hasPrefix("inst_retired.any") || name.hasPrefix("cpu_clk_unhalted.") else {
      return nil
    }
    return fixedEvents[name]
  }

  /// The terms as a text.
  var terms: String { String(decoding: text, as: UTF8.self) }

  /// Starts anew with terms that are known.
  mutating func start(whole terms: String) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: terms.utf8)
  }

  /// Starts anew with the term of an event's code.
  mutating func start(_ term: StaticString, _ number: FieldNumber) {
    text.removeAll(keepingCapacity: true)
    term.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
    number.append(to: &text)
  }

  /// Starts anew with the event's code, the first of a list.
  mutating func start(event code: UInt64) {
    start("event=", FieldNumber(value: code, isHexadecimal: true))
  }

  /// Adds a term of a number, unless it is missing or zero.
  mutating func add(_ term: String, _ number: FieldNumber?) {
    guard let number, number.value != 0 else { return }
    text.append(contentsOf: term.utf8)
    number.append(to: &text)
  }

  /// Adds a text as it stands in the file.
  mutating func add(verbatim bytes: some Sequence<UInt8>) {
    text.append(UInt8(ascii: ","))
    text.append(contentsOf: bytes)
  }

  /// Adds the value of a register beside the counter.
  ///
  /// What is not known by a name of its own is the second word as a whole.
  mutating func add(register address: UInt64, value: ArraySlice<UInt8>) {
    let term: String =
      switch address {
      case 0x3f6: "ldlat="
      case 0x1a6, 0x1a7: "offcore_rsp="
      case 0x3f7: "frontend="
      default: "config1="
      }
    add(verbatim: term.utf8)
    text.append(contentsOf: value)
  }

  /// Adds the terms that both forms of files have between the code and the unit mask.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - period: The period, which is no part of the code and was read before.
  /// - Throws: That a part of the code makes no sense.
  mutating func addLeadingTerms(
    of record: EventFileRecord, period: FieldNumber?
  ) throws(EventSourceError) {
    for (field, term) in Self.leadingTerms { add(term, try record.number(field)) }
    add(",period=", period)
  }

  /// The terms before the period, which stands before the unit mask.
  private static let leadingTerms: [(EventFileField, String)] = [
    (.anyThread, ",any="), (.portMask, ",ch_mask="), (.counterMask, ",cmask="),
    (.edgeDetect, ",edge="), (.flowClassMask, ",fc_mask="), (.invert, ",inv="),
  ]
}
