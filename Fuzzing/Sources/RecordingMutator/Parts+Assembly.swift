extension Parts {
  /// A record of a kind, whose size is that of its contents.
  func record(_ kind: UInt64, misc: UInt64 = 0, _ contents: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 8) + contents
    bytes.put(kind, at: 0, width: 4, isBig: isBig)
    bytes.put(misc, at: 4, width: 2, isBig: isBig)
    bytes.put(UInt64(bytes.count), at: 6, width: 2, isBig: isBig)
    return bytes
  }

  /// The recording in its present form.
  var bytes: [UInt8] { isPipe ? pipe : file }

  private var magic: [UInt8] { Array((isBig ? "2ELIFREP" : "PERFILE2").utf8) }

  private func words(_ values: [UInt64]) -> [UInt8] {
    values.flatMap { [UInt8].number($0, width: 8, isBig: isBig) }
  }

  private var pipe: [UInt8] {
    var bytes = magic + words([16])
    for event in events { bytes += record(64, event.attributes + event.identifiers) }
    for feature in features {
      bytes += record(80, words([UInt64(feature.number)]) + feature.contents)
    }
    for record in records { bytes += record }
    return bytes + rest
  }

  private var file: [UInt8] {
    let length = events.first?.attributes.count ?? 128
    var identifiers: [UInt8] = []
    var table: [UInt8] = []
    for event in events {
      table += event.attributes.prefix(length)
      table += [UInt8](repeating: 0, count: max(0, length - event.attributes.count))
      table += words([UInt64(104 + identifiers.count), UInt64(event.identifiers.count)])
      identifiers += event.identifiers
    }
    let tableOffset = 104 + identifiers.count
    let dataOffset = tableOffset + table.count
    var data = records.flatMap { $0 }
    data += rest
    var bits: [UInt64] = [0, 0, 0, 0]
    var places: [UInt8] = []
    var contents: [UInt8] = []
    var sorted: [Int: [UInt8]] = [:]
    for feature in features { sorted[feature.number & 255] = feature.contents }
    let first = dataOffset + data.count + 16 * sorted.count
    for (number, feature) in sorted.sorted(by: { $0.key < $1.key }) {
      bits[number / 64] |= 1 << UInt64(number % 64)
      places += words([UInt64(first + contents.count), UInt64(feature.count)])
      contents += feature
    }
    let head: [UInt64] = [
      104, UInt64(length + 16), UInt64(tableOffset), UInt64(table.count), UInt64(dataOffset),
      UInt64(data.count), 0, 0,
    ]
    return magic + words(head + bits) + identifiers + table + data + places + contents
  }
}
