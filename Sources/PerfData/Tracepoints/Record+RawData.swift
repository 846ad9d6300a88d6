extension Record {
  /// The raw data of a sample, such as the fields of a tracepoint; nothing for other records.
  ///
  /// It is ``Sample/rawData``, found without looking at the rest of the sample.
  /// Where only the raw data of many samples matter, this is several times faster.
  @inlinable
  public var rawData: RawSpan? {
    @_lifetime(copy self)
    get {
      guard kind == .sample, eventIndex >= 0 else { return nil }
      let place = Int(layouts[eventIndex].rawData)
      if place == 0 { return sample?.rawData }
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
