extension PerfDataFile {
  /// The files that samples hit, as Android's recorder describes them.
  ///
  /// Other recorders leave this out.
  public var simpleperfFiles: [SimpleperfFile]? {
    get throws(PerfDataError) {
      let hasMessages = has(.simpleperfFiles2)
      guard var cursor = cursor(hasMessages ? .simpleperfFiles2 : .simpleperfFiles) else {
        return nil
      }
      var files: [SimpleperfFile] = []
      while cursor.remaining >= 4 {
        let count = try cursor.readCount32(elementSize: 1)
        let base = cursor.base &+ UInt64(clamping: cursor.position)
        let bytes = try cursor.readBytes(count)
        if hasMessages {
          files.append(try SimpleperfFile(message: ProtobufReader(bytes, base: base)))
        } else {
          var entry = ByteCursor(
            bytes, byteOrder: header.byteOrder, subject: "file of samples", base: base)
          files.append(try SimpleperfFile(parsing: &entry))
        }
      }
      return files
    }
  }

  /// What Android's recorder tells of the recording, by key.
  ///
  /// Among the keys are `simpleperf_version`, `event_type_info`, `trace_offcpu`,
  /// `clockid`, `timestamp`, `kernel_version` and `app_package_name`. When a key
  /// stands there twice, the last value counts. Other recorders leave this out.
  public var simpleperfInformation: [String: String]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.simpleperfInformation) else { return nil }
      var information: [String: String] = [:]
      while cursor.remaining > 0 {
        let key = try cursor.readTerminatedText()
        information[key] = try cursor.readTerminatedText()
      }
      return information
    }
  }

  /// The files with debugging information that Android's recorder kept.
  ///
  /// Their contents stand in a row in ``HeaderFeature/simpleperfUnwoundContents``.
  public var simpleperfUnwoundFiles: [SimpleperfUnwoundFile]? {
    get throws(PerfDataError) {
      guard let cursor = cursor(.simpleperfUnwoundFiles),
        let bytes = bytes(of: .simpleperfUnwoundFiles)
      else { return nil }
      var reader = ProtobufReader(bytes, base: cursor.base)
      var files: [SimpleperfUnwoundFile] = []
      while let field = try reader.next() {
        if field.number == 1 { files.append(try SimpleperfUnwoundFile(message: field.reader)) }
      }
      return files
    }
  }
}
