public import PerfData
internal import PerfEvent

/// A sample of a user event that carries its own name and the definitions of its fields.
///
/// Programs write such events through the kernel's `user_events`, in the form that
/// is called EventHeader. All events of a program that have the same level and
/// keyword share one tracepoint, whose format knows only the fixed part; the rest
/// stands in each sample.
///
///     if let event = SelfDescribingEvent(sample, in: file) {
///       print(event.provider, event.name)
///       for field in event.fields { print(field.name, field.value) }
///     }
public struct SelfDescribingEvent: Hashable, Sendable {
  /// The name of the program or library that wrote the event.
  public let provider: String
  /// The categories of the event as bits that the provider defines.
  public let keyword: UInt64
  /// The name of the event.
  public private(set) var name: String = ""
  /// The severity: 1 critical, 2 an error, 3 a warning, 4 information, 5 verbose.
  public let level: UInt8
  /// What the event means to its activity: 0 nothing, 1 the begin, 2 the end.
  public let opcode: UInt8
  /// The number of the event that the provider chose; 0 when it has none.
  public let id: UInt16
  /// The version of an event with a number.
  public let version: UInt8
  /// A value that the provider defines.
  public let tag: UInt16
  /// The sixteen bytes that identify the activity to which the event belongs, if any.
  public private(set) var activity: [UInt8]?
  /// The sixteen bytes that identify the activity from which that one began, if any.
  public private(set) var relatedActivity: [UInt8]?
  /// The fields in the order of their definitions.
  public private(set) var fields: [SelfDescribingField] = []
  /// Whether the sample ends before its fields do, or defines one in an unknown way.
  ///
  /// ``fields`` then holds those in front of it.
  public private(set) var isTruncated: Bool = false

  /// Decodes the raw data of a sample.
  ///
  /// It gives nothing when the tracepoint is none for such events or the fixed part
  /// is not all there.
  ///
  /// - Parameters:
  ///   - raw: The raw data.
  ///   - format: The format of its tracepoint.
  /// - Complexity: O(*n*) in the size of the data; each field is allocated.
  public init?(_ raw: RawSpan, format: TracepointFormat) {
    guard let start = format.field("eventheader_flags")?.offset,
      let origin = EventOrigin(format.name), raw.byteCount >= start + 8
    else { return nil }
    let bytes = [UInt8](copying: raw.extracting(start..<raw.byteCount))
    let flags = bytes[0]
    var reader = EventBytes(bytes, byteOrder: flags & 2 != 0 ? .littleEndian : .bigEndian)
    reader.position = 2
    guard let id = try? reader.number(2), let tag = try? reader.number(2) else { return nil }
    provider = origin.provider
    keyword = origin.keyword
    version = bytes[1]
    self.id = UInt16(truncatingIfNeeded: id)
    self.tag = UInt16(truncatingIfNeeded: tag)
    opcode = bytes[6]
    level = bytes[7]
    reader.position = 8
    do throws(EventTruncation) {
      let definitions = flags & 4 != 0 ? try readExtensions(&reader) : []
      for definition in definitions {
        fields.append(try definition.field(&reader))
      }
    } catch {
      isTruncated = true
    }
  }

  /// Decodes a sample of a file.
  ///
  /// It gives nothing when the sample is of no such tracepoint or its fixed part is
  /// not all there. The format is looked up each time; keep it for many samples.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - file: The file to which it belongs.
  public init?(_ sample: borrowing Sample, in file: borrowing PerfDataFile) {
    guard let format = file.tracepointFormat(of: sample), let raw = sample.rawData else {
      return nil
    }
    self.init(raw, format: format)
  }

  /// Reads what stands between the fixed part and the values.
  private mutating func readExtensions(
    _ reader: inout EventBytes
  ) throws(EventTruncation) -> [FieldDefinition] {
    var definitions: [FieldDefinition] = []
    var kind: UInt64 = 0
    repeat {
      let size = Int(try reader.number(2))
      kind = try reader.number(2)
      var content = EventBytes(try reader.bytes(size), byteOrder: reader.byteOrder)
      switch kind & 0x7fff {
      case 1:
        name = FieldDefinition.withoutAttributes(try content.text())
        while content.remaining > 0 {
          definitions.append(try FieldDefinition(&content, depth: 0))
        }
      case 2:
        activity = try content.bytes(16)
        if content.remaining >= 16 { relatedActivity = try content.bytes(16) }
      default: break
      }
    } while kind & 0x8000 != 0
    return definitions
  }
}
