/// What the first CPU of `/proc/cpuinfo` says of itself.
struct CPUInformation {
  private var fields: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).prefix(200) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        if line.isEmpty, fields["vendor_id"] ?? fields["mvendorid"] ?? fields["cpu"] != nil {
          break
        }
        continue
      }
      let name = String(decoding: line[..<colon].trimmed, as: UTF8.self)
      if fields[name] == nil {
        fields[name] = String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self)
      }
    }
  }

  /// The model, in the form that perf uses on the architecture.
  var identifier: CPUIdentifier? {
    if let vendor = fields["vendor_id"], let family = number("cpu family"),
      let model = number("model")
    {
      return .x86(vendor: vendor, family: family, model: model, stepping: number("stepping"))
    }
    if let vendor = wideNumber("mvendorid"), let architecture = wideNumber("marchid"),
      let implementation = wideNumber("mimpid")
    {
      return .riscv(vendor: vendor, architecture: architecture, implementation: implementation)
    }
    return processorVersion.map(CPUIdentifier.other)
  }

  /// The processor version register of a Power machine: `2.3 (pvr 004e 1203)`.
  private var processorVersion: String? {
    guard let revision = fields["revision"], let start = revision.firstRange(of: "(pvr ") else {
      return nil
    }
    let digits: Substring = revision[start.upperBound...].prefix { $0 != ")" }
    let number: String = digits.filter { $0 != " " }
    return number.count == 8 && NumberText.hexadecimal(number) != nil ? "0x" + number : nil
  }

  private func number(_ name: String) -> UInt32? {
    fields[name].flatMap { UInt32($0) }
  }

  private func wideNumber(_ name: String) -> UInt64? {
    fields[name].flatMap(NumberText.unsigned)
  }
}
