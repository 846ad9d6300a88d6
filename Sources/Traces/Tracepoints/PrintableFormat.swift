internal import CTraceEvent
internal import PerfData

/// A format, and what libtraceevent made of it if it may be asked at all.
@safe
final class PrintableFormat {
  let format: TracepointFormat
  /// What libtraceevent knows of it; it belongs to its handle.
  private var event: UnsafeMutablePointer<tep_event>?
  /// The samples' own numbers that decide how far libtraceevent would read.
  private var risks: [PrintRisk] = unsafe []
  /// How many bytes a sample needs for its fields, but for what these lead to.
  private let leastBytes: Int
  /// The fields that lead to other bytes, and the one that holds the format's number.
  private let locations: [TracepointField]
  private let type: TracepointField?

  /// The numbers that the first field of every record can hold.
  private static let mostID: UInt64 = 65535

  @unsafe
  init(_ format: TracepointFormat, _ tep: OpaquePointer?) {
    self.format = format
    unsafe event = nil
    leastBytes = format.fields.map { $0.offset + $0.size }.max() ?? 0
    locations = format.fields.filter { $0.placement != .inline }
    type = format.field("common_type")
    // libtraceevent finds the format of a sample by this field.
    guard let tep = unsafe tep, format.id <= PrintableFormat.mostID,
      let type, type.offset == 0, type.size == 2,
      type.kind == .integer, let checked = CheckedFormatText(format)
    else { return }
    var found: UnsafeMutablePointer<tep_event>?
    var text = checked.text
    _ = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe tep_parse_format(
          tep, &found, characters.baseAddress, UInt(characters.count), format.system)
      }
    }
    guard let event = unsafe found, unsafe UInt64(exactly: event.pointee.id) == format.id,
      unsafe PrintableFormat.isWithinRecord(event.pointee.format.common_fields),
      unsafe PrintableFormat.isWithinRecord(event.pointee.format.fields),
      unsafe event.pointee.flags & CInt(TEP_EVENT_FL_ISBPRINT) == 0
    else { return }
    // One whose expression cannot be read has none to check.
    if unsafe event.pointee.flags >= 0 {
      guard let print = unsafe event.pointee.print_fmt.format,
        let widths = unsafe PrintExpression.widths(String(cString: print))
      else { return }
      unsafe risks = PrintRisk.all(event.pointee.print_fmt.args, widths: widths)
    }
    unsafe self.event = event
  }

  /// Tells whether fields lie where a record can have them.
  @unsafe
  private static func isWithinRecord(_ first: UnsafeMutablePointer<tep_format_field>?) -> Bool {
    var next = unsafe first
    while let field = unsafe next {
      let offset = unsafe Int(field.pointee.offset)
      let size = unsafe Int(field.pointee.size)
      guard offset >= 0, size >= 0, offset + size <= SampleCopy.mostBytes else { return false }
      unsafe next = field.pointee.next
    }
    return true
  }

  /// Tells whether libtraceevent may get a sample.
  func accepts(_ raw: RawSpan) -> Bool {
    guard unsafe event != nil, raw.byteCount >= leastBytes,
      raw.byteCount <= SampleCopy.mostBytes, type?.unsigned(in: raw) == format.id
    else { return false }
    for field in locations where field.bytes(in: raw) == nil { return false }
    if unsafe risks.isEmpty { return true }
    let expression = PrintExpression(format: format, raw: raw)
    return unsafe risks.allSatisfy { unsafe expression.isHarmless($0) }
  }
}
