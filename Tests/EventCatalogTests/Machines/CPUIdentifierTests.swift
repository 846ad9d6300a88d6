import EventCatalog
import TestSupport
import Testing

@Suite("Identifiers of CPUs")
struct CPUIdentifierTests {
  @Test(arguments: [
    ("GenuineIntel-6-5E-3", "GenuineIntel-6-5E-3"), ("GenuineIntel-6-5e-a", "GenuineIntel-6-5E-A"),
    ("GenuineIntel-6-5E", "GenuineIntel-6-5E"), ("AuthenticAMD-25-1", "AuthenticAMD-25-1"),
    ("0x00000000410fd0c0", "0x00000000410fd0c0"), ("410FD0C0", "0x00000000410fd0c0"),
    ("0x489-0x8000000000000007-0x20181004", "0x489-0x8000000000000007-0x20181004"),
    ("0x004e1202", "0x004e1202"), ("IBM,3906,704,M03,3.5,002f", "IBM,3906,704,M03,3.5,002f"),
    ("whatever", "whatever"), ("GenuineIntel-6", "GenuineIntel-6"), ("1-2-3", "1-2-3"),
    ("GenuineIntel-x-5E", "GenuineIntel-x-5E"), ("GenuineIntel-6-5E-3-1", "GenuineIntel-6-5E-3-1"),
    ("GenuineIntel-99999999999-1", "GenuineIntel-99999999999-1"),
  ])
  func `texts and what is printed of them`(text: String, printed: String) throws {
    let identifier: CPUIdentifier = try #require(CPUIdentifier(parsing: text))
    #expect(identifier.description == printed)
    #expect(CPUIdentifier(parsing: printed) == identifier)
  }

  @Test func `kinds of identifiers`() {
    #expect(
      CPUIdentifier(parsing: "GenuineIntel-6-8F-8")
        == .x86(vendor: "GenuineIntel", family: 6, model: 0x8f, stepping: 8))
    #expect(
      CPUIdentifier(parsing: "GenuineIntel-18-1")
        == .x86(vendor: "GenuineIntel", family: 18, model: 1, stepping: nil))
    #expect(CPUIdentifier(parsing: "0x410fd0c0") == .arm64(midr: 0x410f_d0c0))
    #expect(CPUIdentifier(parsing: "0x00820200") == .other("0x00820200"))
    #expect(CPUIdentifier(parsing: "") == nil)
    #expect(CPUIdentifier(parsing: String(repeating: "a", count: 300)) == nil)
  }

  @Test(
    arguments: [
      ("GenuineIntel", 0x0005_06e3, "GenuineIntel-6-5E-3"),
      ("GenuineIntel", 0x000a_0655, "GenuineIntel-6-A5-5"),
      ("GenuineIntel", 0x0000_0f4a, "GenuineIntel-15-4-A"),
      ("GenuineIntel", 0x0000_0543, "GenuineIntel-5-4-3"),
      ("AuthenticAMD", 0x00a2_0f10, "AuthenticAMD-25-21-0"),
      ("AuthenticAMD", 0x0080_0f82, "AuthenticAMD-23-8-2"),
      ("GenuineIntel", 0x00f3_0f10, "GenuineIntel-30-31-0"),
    ] as [(String, UInt32, String)])
  func `signatures`(vendor: String, signature: UInt32, printed: String) {
    #expect(CPUIdentifier(vendor: vendor, signature: signature).description == printed)
  }

  @Test func `an x86 machine`() {
    let kernel = ScriptedKernel()
    kernel.addFile(
      "/proc/cpuinfo",
      "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\nmodel\t\t: 33\nmodel name\t: x\n"
        + "stepping\t: 2\n\nprocessor\t: 1\nvendor_id\t: Other\n")
    #expect(
      CPUIdentifier.ofMachine(kernel: kernel).map(\.description) == ["AuthenticAMD-25-21-2"])
  }

  @Test func `an Arm machine with big and little cores`() {
    let kernel = ScriptedKernel()
    for (number, midr) in [(0, "0x410fd034"), (1, "0x410fd034"), (4, "0x410fd092"), (10, "x")] {
      kernel.addFile(
        "/sys/devices/system/cpu/cpu\(number)/regs/identification/midr_el1", midr + "\n")
    }
    kernel.addFile("/sys/devices/system/cpu/cpufreq/x", "")
    #expect(
      CPUIdentifier.ofMachine(kernel: kernel)
        == [.arm64(midr: 0x410f_d034), .arm64(midr: 0x410f_d092)])
  }

  @Test func `RISC-V, Power and mainframes`() {
    let riscv = ScriptedKernel()
    riscv.addFile(
      "/proc/cpuinfo",
      "processor\t: 0\nmvendorid\t: 0x489\nmarchid\t\t: 0x8000000000000007\n"
        + "mimpid\t\t: 0x20181004\n\n")
    #expect(
      CPUIdentifier.ofMachine(kernel: riscv).map(\.description)
        == ["0x489-0x8000000000000007-0x20181004"])
    let power = ScriptedKernel()
    power.addFile(
      "/proc/cpuinfo",
      "processor\t: 0\ncpu\t\t: POWER9, altivec supported\nclock\t\t: 3800MHz\n"
        + "revision\t: 2.3 (pvr 004e 1203)\n\n")
    #expect(CPUIdentifier.ofMachine(kernel: power) == [.other("0x004e1203")])
    let mainframe = ScriptedKernel()
    mainframe.addFile("/proc/cpuinfo", "vendor_id       : IBM/S390\n")
    mainframe.addFile(
      "/proc/sysinfo",
      "Manufacturer:         IBM\nType:                 3906\nModel:                704 M03\n")
    mainframe.addFile(
      "/proc/service_levels", "CPU-MF: Counter facility: version=3.5 authorization=002f\n")
    #expect(
      CPUIdentifier.ofMachine(kernel: mainframe) == [.other("IBM,3906,704,M03,3.5,002f")])
  }

  @Test(arguments: ["", "\n\n\n", "vendor_id:", "model : 1", "revision : (pvr ", "\0\0:\0"])
  func `a machine that does not tell`(text: String) {
    let kernel = ScriptedKernel()
    kernel.addFile("/proc/cpuinfo", text)
    #expect(CPUIdentifier.ofMachine(kernel: kernel).isEmpty)
    #expect(CPUIdentifier.ofMachine(kernel: ScriptedKernel()).isEmpty)
  }
}
