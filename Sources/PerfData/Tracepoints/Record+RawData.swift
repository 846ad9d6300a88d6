extension Record {
  /// The raw data of a sample, such as the fields of a tracepoint; nothing for other records.
  ///
  /// It is ``Sample/rawData``, found without looking at the rest of the sample, and a
  /// little faster where only the raw data of many samples matter.
  @inlinable
  public var rawData: RawSpan? {
    @inline(__always)
    @_lifetime(copy self)
    get {
      guard kind == .sample, eventIndex >= 0 else { return nil }
      guard let layout else { return nil }
      let place = Int(layout[0].places[VariableField.raw.rawValue])
      if place == 0 { return nil }
      if place == SampleLayout.searched { return sample?.rawData }
      let start = place &+ 4
      guard start <= bytes.byteCount else { return nil }
      let count = Int(fields.uint32(place))
      guard count <= bytes.byteCount &- start else { return nil }
      // The guards have just compared the bounds.
      return unsafe bytes.extracting(
        unchecked: Range(uncheckedBounds: (start, start &+ count)))
    }
  }
}
