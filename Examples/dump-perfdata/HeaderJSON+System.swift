import CommandLineSupport
import PerfData

/// Writes what the newer features tell of the machine and of BPF.
func writeSystem(
  _ file: borrowing PerfDataFile, _ writer: inout JSONWriter
) throws(PerfDataError) {
  if let machine = try file.machine {
    writer.member("e_machine", machine.number)
    writer.member("e_flags", machine.flags)
  }
  if let size = try file.cacheLineSize { writer.member("cache_line_size", size) }
  if let version = try file.directoryVersion { writer.member("directory_version", version) }
  if let index = try file.auxTraceIndex {
    write(index, as: "auxtrace_index", to: &writer) { entry, writer in
      writer.member("offset", entry.offset)
      writer.member("size", entry.size)
    }
  }
  if let topology = try file.cpuDomains { write(topology, to: &writer) }
  if let programs = try file.bpfPrograms {
    write(programs, as: "bpf_programs", to: &writer) { program, writer in
      writer.member("id", program.identifier)
      writer.member("type", program.type)
      writer.member("name", program.name)
      writer.member("btf_id", program.typeFormatID)
      write(Array(program.symbols.indices), as: "functions", to: &writer) { index, writer in
        writer.member("address", hexadecimal(program.symbols[index]))
        guard program.functionSizes.indices.contains(index) else { return }
        writer.member("size", program.functionSizes[index])
      }
    }
  }
  if let formats = try file.bpfTypeFormats {
    write(formats, as: "btf", to: &writer) { format, writer in
      writer.member("id", format.identifier)
      writer.member("bytes", format.bytes.count)
    }
  }
  try writeSimpleperf(file, &writer)
}

private func writeSimpleperf(
  _ file: borrowing PerfDataFile, _ writer: inout JSONWriter
) throws(PerfDataError) {
  if let information = try file.simpleperfInformation {
    writer.key("meta_info")
    writer.beginObject()
    for (key, value) in information.sorted(by: { $0.key < $1.key }) { writer.member(key, value) }
    writer.endObject()
  }
  if let files = try file.simpleperfFiles {
    write(files, as: "files", to: &writer) { file, writer in
      writer.member("path", file.path)
      writer.member("type", "\(file.kind)")
      writer.member("min_vaddr", file.minimumAddress)
      write(file.symbols, as: "symbols", to: &writer) { symbol, writer in
        writer.member("address", hexadecimal(symbol.address))
        writer.member("length", symbol.length)
        writer.member("name", symbol.name)
      }
    }
  }
  if let files = try file.simpleperfUnwoundFiles {
    write(files, as: "debug_files", to: &writer) { file, writer in
      writer.member("path", file.path)
      writer.member("size", file.size)
    }
  }
}

private func write(_ topology: CPUDomainTopology, to writer: inout JSONWriter) {
  writer.member("schedstat_version", topology.version)
  write(topology.cpus, as: "cpu_domains", to: &writer) { cpu, writer in
    writer.member("cpu", cpu.cpu)
    write(cpu.domains, as: "domains", to: &writer) { domain, writer in
      writer.member("domain", domain.number)
      writer.member("name", domain.name)
      writer.member("cpus", domain.cpus)
    }
  }
}

/// Writes a member with an object for each value.
private func write<Value>(
  _ values: [Value], as name: String, to writer: inout JSONWriter,
  _ body: (Value, inout JSONWriter) -> Void
) {
  writer.key(name)
  writer.beginArray()
  for value in values {
    writer.beginObject()
    body(value, &writer)
    writer.endObject()
  }
  writer.endArray()
}
