/// One sample: what an event saw when it was taken.
///
/// A property is nothing when the event did not ask for the field. The value
/// is borrowed like its record.
@frozen
public struct Sample: ~Escapable {
  /// The whole record.
  @usableFromInline let fields: FieldBytes
  @usableFromInline let layoutSpan: Span<SampleLayout>
  @usableFromInline var places: VariablePlaces
  /// The flags of the record: the mode of the CPU, and whether the pointer is exact.
  public let flags: RecordFlags
  /// The position in ``PerfDataFile/events`` of the event that took the sample.
  public let eventIndex: Int

  /// Creates a sample from a record, or nothing when its sizes cannot be true.
  @inlinable
  @_lifetime(copy record)
  init?(_ record: borrowing Record) {
    guard let layoutSpan = record.layout else { return nil }
    let layout = layoutSpan[0]
    guard record.size >= Int(layout.fixedEnd) else { return nil }
    self.fields = record.fields
    self.layoutSpan = layoutSpan
    self.flags = record.flags
    self.eventIndex = record.eventIndex
    self.places = VariablePlaces()
    if layout.hasVariableFields {
      guard places.find(in: record.fields.span, layout, isSwapped: record.isSwapped) else {
        return nil
      }
    }
  }

  @inlinable
  var layout: SampleLayout { layoutSpan[0] }

  @inlinable
  func fixed(_ place: UInt8) -> UInt64? {
    place == 0 ? nil : fields.uint64(Int(place))
  }

  @inlinable
  func variable(_ place: Int32) -> UInt64? {
    place == 0 ? nil : fields.uint64(Int(place))
  }
}
