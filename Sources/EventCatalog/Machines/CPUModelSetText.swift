/// A reader of the short forms of sets of CPUs.
///
/// These are `GenuineIntel-6-4E/5E`, `GenuineIntel-6-55-0..4`, `AuthenticAMD-23-0..2F`,
/// `arm-41-d0c/d4f`, `riscv-489-8000000000000007`, `power-004b/004c` and `s390-2964`.
enum CPUModelSetText {
  static func sets(_ text: String) -> [CPUModelSet] {
    let parts: [Substring] = text.parts("-")
    guard parts.count >= 2 else { return [] }
    switch parts[0] {
    case "arm":
      guard parts.count == 3, let implementer = UInt8(parts[1], radix: 16) else { return [] }
      return parts[2].parts("/").compactMap { part in
        UInt16(part, radix: 16).map { .arm(implementer: implementer, part: $0) }
      }
    case "riscv":
      guard let vendor = UInt64(parts[1], radix: 16) else { return [] }
      guard parts.count == 3 else { return [.riscv(vendor: vendor, architecture: nil)] }
      return parts[2].parts("/").compactMap { part in
        UInt64(part, radix: 16).map { .riscv(vendor: vendor, architecture: $0) }
      }
    case "power":
      return parts[1].parts("/").compactMap { part in
        UInt16(part, radix: 16).map { .power(version: $0) }
      }
    case "s390":
      return parts[1].parts("/").compactMap { part in
        UInt16(part).map { .s390(type: $0) }
      }
    default:
      return x86(parts)
    }
  }

  private static func x86(_ parts: [Substring]) -> [CPUModelSet] {
    guard parts.count >= 3, let family = UInt32(parts[1]) else { return [] }
    let steppings: ClosedRange<UInt32>? = parts.count == 4 ? range(parts[3]) : nil
    return parts[2].parts("/").compactMap { part in
      range(part).map { models in
        .x86(vendor: String(parts[0]), family: family, models: models, steppings: steppings)
      }
    }
  }

  private static func range(_ text: Substring) -> ClosedRange<UInt32>? {
    let ends: [Substring] = text.parts(".")
    guard let first = ends.first.flatMap({ UInt32($0, radix: 16) }),
      let last = ends.last.flatMap({ UInt32($0, radix: 16) }), first <= last
    else { return nil }
    return first...last
  }
}
