import CommandLineSupport
import PerfData
import PerfEvent

/// Shows the header as one JSON object.
func showJSON(
  headerOf file: borrowing PerfDataFile, to output: inout Output
) throws -> PerfDataError? {
  var writer = JSONWriter()
  writer.beginObject()
  writer.member("mode", file.header.mode == .file ? "file" : "pipe")
  // The number that perf shows: 0 is the first version of the format, 1 the second.
  writer.member("header_version", file.header.version - 1)
  writer.member("byte_order", file.header.byteOrder == .littleEndian ? "little" : "big")
  writer.member("data_offset", file.header.data.offset)
  writer.member("data_size", file.header.data.size)
  writer.member("unfinished", file.isUnfinished)
  var fault: PerfDataError?
  do throws(PerfDataError) {
    try writeMachine(file, &writer)
    try writeBuildIDs(file, &writer)
    try writeSystem(file, &writer)
  } catch {
    fault = error
    // The object is closed below whatever could not be read.
  }
  writeEvents(file, &writer)
  writer.key("features")
  writer.beginArray()
  for feature in file.features {
    writer.beginObject()
    writer.member("name", "\(feature.feature)")
    writer.member("offset", feature.section.offset)
    writer.member("size", feature.section.size)
    writer.endObject()
  }
  writer.endArray()
  writer.member("damage", (fault ?? file.faults.first).map { "\($0)" })
  writer.endObject()
  writer.endLine()
  try output.write(bytes: writer.take())
  return fault
}

private func writeMachine(
  _ file: borrowing PerfDataFile, _ writer: inout JSONWriter
) throws(PerfDataError) {
  writer.member("hostname", try file.hostname)
  writer.member("os_release", try file.osRelease)
  writer.member("perf_version", try file.perfVersion)
  writer.member("architecture", try file.architecture)
  writer.member("cpu_description", try file.cpuDescription)
  writer.member("cpu_id", try file.cpuID)
  if let counts = try file.cpuCounts {
    writer.member("cpus_available", counts.available)
    writer.member("cpus_online", counts.online)
  }
  if let size = try file.totalMemoryKilobytes { writer.member("memory_kilobytes", size) }
  if let words = try file.commandLine {
    writer.key("command_line")
    writer.beginArray()
    for word in words { writer.value(word) }
    writer.endArray()
  }
  if let times = try file.sampleTimes {
    writer.member("first_sample_time", times.first)
    writer.member("last_sample_time", times.last)
  }
  if let compression = try file.compression {
    writer.member("compression_type", compression.type)
    writer.member("compression_level", compression.level)
  }
}

private func writeBuildIDs(
  _ file: borrowing PerfDataFile, _ writer: inout JSONWriter
) throws(PerfDataError) {
  guard let identifiers = try file.buildIDs else { return }
  writer.key("build_ids")
  writer.beginArray()
  for identifier in identifiers {
    writer.beginObject()
    writer.member("build_id", identifier.hexadecimal)
    writer.member("path", identifier.path)
    writer.endObject()
  }
  writer.endArray()
}

private func writeEvents(_ file: borrowing PerfDataFile, _ writer: inout JSONWriter) {
  writer.key("events")
  writer.beginArray()
  for event in file.events {
    writer.beginObject()
    writer.member("name", event.name)
    writer.member("type", event.attributes.type.rawValue)
    writer.member("config", event.attributes.config)
    writer.member("sample_period", event.attributes.samplePeriod)
    writer.member("sample_type", event.attributes.sampleFields.rawValue)
    writer.member("read_format", event.attributes.readFormat.rawValue)
    writer.member("flags", event.attributes.flags.rawValue)
    writer.key("ids")
    writer.beginArray()
    for identifier in event.identifiers { writer.value(identifier) }
    writer.endArray()
    writer.endObject()
  }
  writer.endArray()
}
