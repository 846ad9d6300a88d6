extension CPUIdentifier {
  /// Reads an identifier as perf, the kernel's files or a user write it.
  ///
  /// The family of an x86 CPU is decimal, model and stepping are hexadecimal in either
  /// case. A hexadecimal number is an Arm CPU's main id register if it names an
  /// implementer, and some other CPU's number otherwise.
  ///
  /// - Parameter text: The identifier, such as `GenuineIntel-6-5E-3` or `0x410fd0c0`;
  ///   nothing is read from an empty text.
  public init?(parsing text: String) {
    guard !text.isEmpty, text.utf8.count <= 256 else { return nil }
    let parts: [Substring] = text.split(separator: "-", omittingEmptySubsequences: false)
    if let known = Self.x86(parts) ?? Self.riscv(parts) ?? Self.arm(text) {
      self = known
    } else {
      self = .other(text)
    }
  }

  /// Reads the signature that an x86 CPU tells of itself.
  ///
  /// - Parameters:
  ///   - vendor: The vendor, such as `GenuineIntel`.
  ///   - signature: The register EAX of CPUID's leaf 1.
  public init(vendor: String, signature: UInt32) {
    let baseFamily: UInt32 = signature >> 8 & 0xf
    let family: UInt32 = baseFamily == 15 ? baseFamily + (signature >> 20 & 0xff) : baseFamily
    let baseModel: UInt32 = signature >> 4 & 0xf
    let model: UInt32 = family >= 6 ? (signature >> 16 & 0xf) << 4 | baseModel : baseModel
    self = .x86(vendor: vendor, family: family, model: model, stepping: signature & 0xf)
  }

  private static func x86(_ parts: [Substring]) -> CPUIdentifier? {
    guard parts.count == 3 || parts.count == 4, let first = parts[0].utf8.first,
      !NumberText.isDigit(first), let family = decimal(parts[1]), let model = hexadecimal(parts[2])
    else { return nil }
    var stepping: UInt32?
    if parts.count == 4 {
      guard let number = hexadecimal(parts[3]) else { return nil }
      stepping = number
    }
    return .x86(vendor: String(parts[0]), family: family, model: model, stepping: stepping)
  }

  private static func riscv(_ parts: [Substring]) -> CPUIdentifier? {
    guard parts.count == 3 else { return nil }
    let numbers: [UInt64] = parts.compactMap { part in
      part.hasPrefix("0x") ? NumberText.hexadecimal(part.dropFirst(2)) : nil
    }
    guard numbers.count == 3 else { return nil }
    return .riscv(vendor: numbers[0], architecture: numbers[1], implementation: numbers[2])
  }

  private static func arm(_ text: String) -> CPUIdentifier? {
    let isPrefixed: Bool = text.hasPrefix("0x") || text.hasPrefix("0X")
    guard let midr = NumberText.hexadecimal(isPrefixed ? text.dropFirst(2) : text[...]) else {
      return nil
    }
    // The register's upper half is zero, and no implementer has the number zero.
    return midr >> 32 == 0 && midr >> 24 != 0 ? .arm64(midr: midr) : nil
  }

  private static func decimal(_ text: Substring) -> UInt32? {
    text.utf8.allSatisfy(NumberText.isDigit) ? UInt32(text) : nil
  }

  private static func hexadecimal(_ text: Substring) -> UInt32? {
    NumberText.hexadecimal(text).flatMap(UInt32.init(exactly:))
  }
}
