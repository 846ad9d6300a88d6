extension TracepointFormat {
  /// Copies the value of a field out of a sample's raw data.
  ///
  /// It searches for the field and may allocate: convenient for a few samples.
  ///
  /// - Parameters:
  ///   - name: The name of the field.
  ///   - raw: The raw data of a sample of this tracepoint.
  /// - Returns: The value; nothing when there is no such field, or it is not all there.
  public func value(_ name: String, in raw: RawSpan) -> TracepointValue? {
    guard let field = field(name) else { return nil }
    return TracepointValue(field, in: raw)
  }

  /// Returns the fields of a sample as text, each as its name and its value.
  ///
  /// This is not the text that the kernel's print format describes, but it needs
  /// none. The common fields are left out, and so is a field that is not all there.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: Names and values with an equals sign between them, separated by spaces.
  public func plainText(of raw: RawSpan) -> String {
    var text = ""
    for field in fields where !field.isCommon {
      guard let value = TracepointValue(field, in: raw) else { continue }
      if !text.isEmpty { text += " " }
      text += "\(field.name)=\(value)"
    }
    return text
  }
}
