/// The texts of a record as perf shows them, without a full stop and with remarks.
struct KernelDescription {
  /// The first text, nil if the record has none.
  var brief: String?
  /// The second text, nil if the record has none.
  var details: String?

  init(_ record: EventFileRecord) {
    brief = Self.text(.briefDescription, of: record)
    details = Self.text(.publicDescription, of: record)
    let remarks: String = Self.remarks(record) + precision(record)
    guard !remarks.isEmpty else { return }
    if let text = brief, !text.isEmpty { brief = text + remarks }
    if let text = details, !text.isEmpty { details = text + remarks }
  }

  private func precision(_ record: EventFileRecord) -> String {
    guard record[.precision].kind != .missing, let brief, !brief.contains("(Precise Event)") else {
      return ""
    }
    return record.holds("2", in: .precision) ? " (Must be precise)" : " (Precise event)"
  }

  private static func remarks(_ record: EventFileRecord) -> String {
    let hasErrata: Bool = record[.errata].kind != .missing
    var remarks: String = ""
    if record[.dataAddress].kind != .missing {
      remarks = "  Supports address when precise" + (hasErrata ? "." : "")
    }
    if hasErrata { remarks += "  Spec update: " + (record.text(.errata) ?? "") }
    return remarks
  }

  /// The text of a field without a full stop at its end.
  private static func text(_ field: EventFileField, of record: EventFileRecord) -> String? {
    if record[field].kind == .escapedText {
      return record.text(field).map {
        String(decoding: withoutStop(Array($0.utf8)[...]), as: UTF8.self)
      }
    }
    let bytes: ArraySlice<UInt8> = record.bytes(field)
    return bytes.isEmpty ? nil : String(decoding: withoutStop(bytes), as: UTF8.self)
  }

  /// The text without the first, the second and the third of these ends.
  private static func withoutStop(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text: ArraySlice<UInt8> = text
    for blanks in [2, 1, 0] where text.count > blanks {
      let stop: Int = text.endIndex - blanks - 1
      guard text[stop] == UInt8(ascii: "."),
        text[(stop + 1)...].allSatisfy({ $0 == UInt8(ascii: " ") })
      else { continue }
      text = text[..<stop]
    }
    return text
  }
}
