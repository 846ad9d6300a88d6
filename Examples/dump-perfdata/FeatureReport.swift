import CommandLineSupport
import PerfData

/// Shows the features that a file holds: number, name, place and size of each.
func show(
  featuresOf file: borrowing PerfDataFile, as form: Form, to output: inout Output
) throws {
  switch form {
  case .text:
    for feature in file.features {
      let section = feature.section
      let columns = [
        padded("\(feature.feature.rawValue)", 4), padded(hexadecimal(section.offset), 12),
        padded("\(section.size)", 10), "\(feature.feature)",
      ]
      try output.write(columns.joined(separator: "  ") + "\n")
    }
  case .json:
    for feature in file.features {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("feature", feature.feature.rawValue)
      writer.member("name", "\(feature.feature)")
      writer.member("offset", feature.section.offset)
      writer.member("size", feature.section.size)
      if let bytes = file.bytes(of: feature.feature) {
        writer.member("bytes", digits(bytes))
      }
      writer.endObject()
      writer.endLine()
      try output.write(bytes: writer.take())
    }
  }
}
