import EventCatalog
import Testing

@Suite("Tables of OProfile for CPUs")
struct OProfileCPUTests {
  static let all: [String] = [
    "i386/skylake", "i386/haswell", "i386/arch_perfmon", "i386/p4", "i386/goldmontplus",
    "x86-64/family15h", "x86-64/generic", "arm/armv8-ca57", "arm/armv7-ca9",
  ]

  @Test(
    arguments: [
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x5E, stepping: 3), "i386/skylake"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x55, stepping: 7), "i386/skylake"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x3F, stepping: nil), "i386/haswell"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x7A, stepping: 1), "i386/goldmontplus"),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x97, stepping: 2), "i386/arch_perfmon"),
      (.x86(vendor: "GenuineIntel", family: 15, model: 2, stepping: 1), "i386/p4"),
      (.x86(vendor: "AuthenticAMD", family: 0x15, model: 2, stepping: 0), "x86-64/family15h"),
      (.x86(vendor: "AuthenticAMD", family: 0x19, model: 1, stepping: 1), "x86-64/generic"),
      (.arm64(midr: 0x0000_0000_411F_D070), "arm/armv8-ca57"),
      (.arm64(midr: 0x0000_0000_413F_C090), "arm/armv7-ca9"),
      (.arm64(midr: 0x0000_0000_413F_D0C1), nil), (.other("z15"), nil),
      // The table is known, but not there.
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x3A, stepping: 9), nil),
      (.riscv(vendor: 1, architecture: 2, implementation: 3), nil),
    ] as [(CPUIdentifier, String?)])
  func `a CPU has the table that OProfile takes`(cpu: CPUIdentifier, name: String?) throws {
    let files = Dictionary(uniqueKeysWithValues: Self.all.map { ("\($0)/events", "") })
    let names: [String] = try OProfileFormatTests.source(files).tableNames(of: cpu)
    #expect(names == (name.map { [$0] } ?? []))
  }
}
