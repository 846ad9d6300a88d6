/// The texts of a record as perf shows them, without a full stop and with remarks.
struct KernelDescription {
  /// The first text, nil if the record has none.
  var brief: String?
  /// The second text, nil if the record has none.
  var details: String?

  init(_ record: EventFileRecord) {
    let remarks: String = Self.remarks(record)
    let brief: String? = record.text(.briefDescription).map(Self.withoutStop)
    var precise: String = ""
    if record[.precision].kind != .missing, let brief, !brief.contains("(Precise Event)") {
      precise =
        record.bytes(.precision).elementsEqual("2".utf8)
        ? " (Must be precise)" : " (Precise event)"
    }
    self.brief = brief.map { $0.isEmpty ? $0 : $0 + remarks + precise }
    self.details = record.text(.publicDescription).map(Self.withoutStop).map {
      $0.isEmpty ? $0 : $0 + remarks + precise
    }
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

  private static func withoutStop(_ text: String) -> String {
    var bytes: Substring.UTF8View = text[...].utf8
    for end in [".  ", ". ", "."] where bytes.suffix(end.utf8.count).elementsEqual(end.utf8) {
      bytes = bytes.dropLast(end.utf8.count)
    }
    return String(Substring(bytes))
  }
}
