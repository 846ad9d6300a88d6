/// How codes of OProfile become codes of the kernel.
enum OProfileEncoding {
  /// The code of an event with a mask; nil where OProfile's numbers are its own.
  static func code(
    _ event: UInt64, mask: UInt64, extra: OProfileUnitMask.Extra, table: String
  ) -> EventCode? {
    let parts = table.split(separator: "/")
    guard let architecture = parts.first, let cpu = parts.last else { return nil }
    switch architecture {
    case "i386", "x86-64":
      // A Pentium 4 spreads an event over several registers.
      guard !cpu.hasPrefix("p4") else { return nil }
      return EventCode(
        layout: .x86, event: event, unitMask: mask, counterMask: extra.counterMask,
        isEdge: extra.isEdge, isInverted: extra.isInverted, isAnyThread: extra.isAnyThread)
    case "ppc64":
      // Up to POWER7 the numbers stand for groups of OProfile's own.
      guard cpu.hasPrefix("architected") || isFrom8(cpu) else { return nil }
      return EventCode(layout: .plain, event: event)
    default:
      return EventCode(layout: .plain, event: event)
    }
  }

  /// Whether a table is of x86.
  static func isX86(_ table: String) -> Bool {
    let architecture: Substring? = table.split(separator: "/").first
    return architecture == "i386" || architecture == "x86-64"
  }

  private static func isFrom8(_ cpu: Substring) -> Bool {
    guard cpu.hasPrefix("power"), let number = UInt(cpu.dropFirst(5)) else { return false }
    return number >= 8
  }
}
