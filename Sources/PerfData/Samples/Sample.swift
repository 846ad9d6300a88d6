/// One sample: what an event saw when it was taken.
///
/// A property is nothing when the event did not ask for the field. The value
/// is borrowed like its record.
@frozen
public struct Sample: ~Escapable {
  /// The whole record.
  @usableFromInline let fields: FieldBytes
  @usableFromInline let layoutSpan: Span<SampleLayout>
  /// The flags of the record: the mode of the CPU, and whether the pointer is exact.
  public let flags: RecordFlags
  /// The position in ``PerfDataFile/events`` of the event that took the sample.
  public let eventIndex: Int

  /// Creates a sample from a record, or nothing when its sizes cannot be true.
  @inlinable
  @inline(__always)
  @_lifetime(copy record)
  init?(_ record: borrowing Record) {
    guard let layoutSpan = record.layout else { return nil }
    self.fields = record.fields
    self.layoutSpan = layoutSpan
    self.flags = record.flags
    self.eventIndex = record.eventIndex
    // Not more than this is needed of most samples, for which it is inlined.
    let known = Int(layout.knownEnd)
    let left = fields.count &- known
    guard left >= 0 else { return nil }
    switch layout.ending {
    case .known: break
    case .words: guard fields.uint64(known &- 8) <= UInt64(left) &>> 3 else { return nil }
    case .bytes: guard Int(fields.uint32(known &- 4)) <= left else { return nil }
    case .searched: guard isWhole else { return nil }
    }
  }

  @inlinable
  var layout: SampleLayout { layoutSpan[0] }

  @inlinable
  func fixed(_ place: UInt8) -> UInt64? {
    place == 0 ? nil : fields.uint64(Int(place))
  }

  /// Where a field lies; nothing when the event did not ask for it.
  @inlinable
  func place(_ field: VariableField) -> Int? {
    let place = layout.places[field.rawValue]
    if place == SampleLayout.searched { return search(field) }
    return place == 0 ? nil : Int(place)
  }

  @inlinable
  func variable(_ field: VariableField) -> UInt64? {
    guard let place = place(field) else { return nil }
    return fields.uint64(place)
  }

  /// Where the fields behind those of fixed size lie, found by a walk over all of them.
  var places: VariablePlaces {
    var places = VariablePlaces()
    _ = places.find(in: fields.span, layout, isSwapped: fields.isSwapped)
    return places
  }

  @usableFromInline
  func search(_ field: VariableField) -> Int? {
    let place = places[field]
    return place == 0 ? nil : place
  }

  @usableFromInline
  var branchForm: BranchForm { places.branchForm }

  /// Whether the fields of variable size fit in the record.
  @usableFromInline
  var isWhole: Bool {
    var places = VariablePlaces()
    return places.find(in: fields.span, layout, isSwapped: fields.isSwapped)
  }
}
