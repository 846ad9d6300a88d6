/// Whether a row of a list of CPUs means a CPU, as perf and the vendor's tools decide.
enum CPUMatching {
  /// Whether a row of the kernel's list means a CPU.
  ///
  /// - Parameters:
  ///   - row: The row's expression or register.
  ///   - cpu: The CPU.
  /// - Returns: Whether it does.
  static func kernelRow(_ row: String, matches cpu: CPUIdentifier) -> Bool {
    switch cpu {
    case .x86(_, _, _, let stepping): x86Row(row, matches: cpu, hasStepping: stepping != nil)
    case .arm64(let midr): armRow(row, matches: midr)
    case .riscv, .other: wholeRow(row, matches: cpu.description)
    }
  }

  /// Whether a row of the vendor's list means a CPU.
  ///
  /// Rows without a stepping mean all of them.
  static func vendorRow(_ row: String, matches cpu: CPUIdentifier) -> Bool {
    guard case .x86(let vendor, let family, let model, let stepping) = cpu else { return false }
    let pattern = GlobPattern(row)
    if stepping != nil, pattern.matches(cpu.description) { return true }
    let anyStepping: CPUIdentifier = .x86(
      vendor: vendor, family: family, model: model, stepping: nil)
    return pattern.matches(anyStepping.description)
  }

  /// A text is full if it has exactly three dashes; those of a row may be in ranges,
  /// and such a row then counts as one without a stepping.
  private static func x86Row(_ row: String, matches cpu: CPUIdentifier, hasStepping: Bool) -> Bool {
    let isFull: Bool = row.utf8.count { $0 == UInt8(ascii: "-") } == 3
    let text: String = cpu.description
    if isFull && !hasStepping { return false }
    guard let pattern = CPUPattern(row), let length = pattern.matchLength(in: text) else {
      return false
    }
    if isFull || !hasStepping { return length == text.utf8.count }
    let dash: String.Index? = text.lastIndex(of: "-")
    return length == dash.map { text.utf8.distance(from: text.startIndex, to: $0) }
  }

  /// The register without variant and revision must be equal, and these no lower.
  private static func armRow(_ row: String, matches midr: UInt64) -> Bool {
    guard let number = NumberText.unsigned(row) else { return false }
    let mask: UInt64 = ~(0xf << 20 | 0xf)
    let version: (UInt64) -> UInt64 = { ($0 >> 20 & 0xf) << 4 | $0 & 0xf }
    return number & mask == midr & mask && version(midr) >= version(number)
  }

  private static func wholeRow(_ row: String, matches text: String) -> Bool {
    CPUPattern(row)?.matchLength(in: text) == text.utf8.count
  }
}
