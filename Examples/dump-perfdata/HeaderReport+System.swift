import PerfData

/// The lines of the number of the machine's architecture.
func machineLines(_ machine: RecordedMachine?) -> String {
  guard let machine else { return "" }
  return "# e_machine : \(machine.number)\n#   e_flags : \(machine.flags)\n"
}

/// The lines of the scheduling domains.
func domainLines(_ topology: CPUDomainTopology?) -> String {
  guard let topology else { return "" }
  var text = "# schedstat version\t: \(topology.version)\n"
  text += "# Maximum sched domains\t: \(topology.domainCount)\n"
  for cpu in topology.cpus {
    text += "# cpu\t\t: \(cpu.cpu)\n# nr_domains\t: \(cpu.domains.count)\n"
    for domain in cpu.domains {
      text += "# Domain\t\t: \(domain.number)\n"
      if !domain.name.isEmpty { text += "# Domain name      : \(escaped(domain.name))\n" }
      text += "# Domain cpu map   : \(escaped(domain.cpuMask))\n"
      text += "# Domain cpu list  : \(escaped(domain.cpus))\n"
    }
  }
  return text
}

/// The lines of the BPF programs.
func programLines(_ programs: [BPFProgramInfo]?, isRecent: Bool) -> String {
  guard let programs, !programs.isEmpty else {
    return isRecent ? "# bpf_prog_info empty\n" : ""
  }
  return programs.map { program in
    let functions = zip(program.symbols, program.functionSizes).enumerated().map { index, place in
      let tag = program.tags.indices.contains(index) ? program.tags[index] : program.tag
      // Only the types tell the names of the other functions.
      let name = program.symbols.count == 1 ? escaped(program.name) : "F"
      return "bpf_prog_\(digits(tag))_\(name) addr \(hexadecimal(place.0)) size \(place.1)"
    }
    if functions.count == 1 { return "# bpf_prog_info \(program.identifier): \(functions[0])\n" }
    return "# bpf_prog_info \(program.identifier):\n"
      + functions.enumerated().map { "# \tsub_prog \($0): \($1)\n" }.joined()
  }.joined()
}

/// The lines of the types of the BPF programs.
func typeFormatLines(_ formats: [BPFTypeFormat]?, isRecent: Bool) -> String {
  guard let formats, !formats.isEmpty else { return isRecent ? "# btf info empty\n" : "" }
  return formats.map { "# btf info of id \($0.identifier)\n" }.joined()
}

/// The lines of what Android's recorder tells, sorted by key.
func informationLines(_ information: [String: String]?) -> String {
  (information ?? [:]).sorted { $0.key < $1.key }.map { pair in
    "# \(escaped(pair.key)) : \(escaped(pair.value))\n"
  }.joined()
}

/// The lines of the files that samples hit, from Android's recorder.
func fileLines(_ files: [SimpleperfFile]?) -> String {
  (files ?? []).map { file in
    "# file : \(escaped(file.path)), type \(file.kind), min_vaddr "
      + "\(hexadecimal(file.minimumAddress)), \(file.symbols.count) symbols\n"
  }.joined()
}

/// The lines of the files with debugging information, from Android's recorder.
func unwoundLines(_ files: [SimpleperfUnwoundFile]?) -> String {
  (files ?? []).map { "# debug file : \(escaped($0.path)), \($0.size) bytes\n" }.joined()
}

private func digits(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
