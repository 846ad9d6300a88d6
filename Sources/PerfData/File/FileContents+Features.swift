internal import PerfEvent

extension FileContents {
  /// Tells whether a table of features that can be true stands at an offset.
  func hasFeatureTable(_ bytes: RawSpan, at offset: Int) -> Bool {
    guard !header.features.isEmpty else { return false }
    let table = featureTable(bytes, at: offset)
    guard table.count == header.features.count else { return false }
    let end = UInt64(offset + 16 * header.features.count)
    return table.allSatisfy { entry in
      entry.section.offset >= end && entry.section.range(within: bytes.byteCount) != nil
    }
  }

  /// Reads the table behind the records; features that lie outside are faults.
  mutating func readFeatureTable(_ bytes: RawSpan) {
    guard !header.features.isEmpty else { return }
    let table = featureTable(bytes, at: dataRange.upperBound)
    if table.count < header.features.count {
      faults.append(
        PerfDataError(
          .truncated, subject: "table of features", offset: UInt64(dataRange.upperBound),
          value: UInt64(header.features.count * 16),
          limit: UInt64(bytes.byteCount - dataRange.upperBound)))
    }
    for entry in table {
      if entry.section.range(within: bytes.byteCount) != nil {
        features.append(entry)
      } else {
        faults.append(
          PerfDataError(
            .truncated, subject: "feature \(entry.feature)", offset: entry.section.offset,
            value: entry.section.size, limit: entry.section.available(within: bytes.byteCount)))
      }
    }
  }

  private func featureTable(_ bytes: RawSpan, at offset: Int) -> [FeatureSection] {
    var table: [FeatureSection] = []
    var cursor = ByteCursor(
      bytes.extracting(offset..<bytes.byteCount), byteOrder: header.byteOrder,
      subject: "table of features", base: UInt64(offset))
    for feature in header.features {
      do throws(PerfDataError) {
        table.append(FeatureSection(feature: feature, section: try cursor.readSection()))
      } catch {
        return table
      }
    }
    return table
  }
}
