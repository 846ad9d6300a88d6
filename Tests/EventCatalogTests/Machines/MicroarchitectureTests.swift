import Testing

@testable import EventCatalog

@Suite
struct `The table of microarchitectures` {
  @Test func `reads every row of the texts and knows every field`() {
    let known: Set<Substring> = [
      "also", "arm", "cpu", "generic", "kernel", "layout", "likwid", "oprofile", "papi", "perfmon",
      "pfm", "unit", "vendor",
    ]
    for text in Microarchitecture.texts {
      #expect(text.text.continuedRows.count == text.microarchitectures.count)
      for line in text.text.continuedRows {
        let fields = MicroarchitectureText.fields(of: line.split(separator: "\"").last ?? "")
        #expect(Set(fields.keys).subtracting(known) == [], "\(line)")
        for pattern in fields["cpu"] ?? [] {
          #expect(!CPUModelSetText.sets(pattern).isEmpty, "\(line)")
        }
      }
    }
    #expect(Microarchitecture.all.count >= 110)
  }

  @Test func `gives each its own name and known encodings of generic events`() {
    let names: [String] = Microarchitecture.all.map(\.name)
    #expect(Set(names).count == names.count)
    for microarchitecture in Microarchitecture.all {
      #expect(microarchitecture.name == microarchitecture.name.lowercased())
      #expect(!microarchitecture.title.isEmpty)
      #expect(!microarchitecture.cpus.isEmpty)
      #expect(microarchitecture.otherNames.allSatisfy { $0 == $0.lowercased() })
      #expect(GenericEncodings.of(microarchitecture) != nil, "\(microarchitecture)")
    }
  }

  @Test(
    arguments: [
      ("GenuineIntel", 6, 0x5E, 3, ["skylake"]), ("GenuineIntel", 6, 0x55, 4, ["skylakex"]),
      ("GenuineIntel", 6, 0x55, 7, ["cascadelakex"]), ("GenuineIntel", 6, 0x55, nil, ["skylakex"]),
      ("GenuineIntel", 6, 0x97, 2, ["alderlake-p", "alderlake-e"]),
      ("GenuineIntel", 6, 0xBE, 0, ["alderlaken"]),
      ("GenuineIntel", 6, 0xC5, 2, ["arrowlake-p", "arrowlake-e", "arrowlake-lp"]),
      ("GenuineIntel", 6, 0xC6, 2, ["arrowlake-p", "arrowlake-e"]),
      ("GenuineIntel", 18, 1, 0, ["novalake-p", "novalake-e"]),
      ("AuthenticAMD", 23, 0x18, 1, ["zen1"]), ("AuthenticAMD", 23, 0x71, 0, ["zen2"]),
      ("AuthenticAMD", 25, 0x21, 2, ["zen3"]), ("AuthenticAMD", 25, 0x11, 1, ["zen4"]),
      ("AuthenticAMD", 26, 0x44, 0, ["zen5"]), ("AuthenticAMD", 26, 0x50, 0, ["zen6"]),
      ("AuthenticAMD", 21, 2, 0, ["family15h"]), ("GenuineIntel", 6, 0xFE, 0, []),
      ("CentaurHauls", 6, 0x5E, 3, []),
    ] as [(String, UInt32, UInt32, UInt32?, [String])])
  func `finds the cores of an x86 CPU`(
    vendor: String, family: UInt32, model: UInt32, stepping: UInt32?, names: [String]
  ) {
    let cpu: CPUIdentifier = .x86(
      vendor: vendor, family: family, model: model, stepping: stepping)
    #expect(Microarchitecture.of(cpu: cpu).map(\.name) == names)
  }

  @Test(
    arguments: [
      (.arm64(midr: 0x413f_d0c1), "neoverse-n1"), (.arm64(midr: 0x410f_d070), "cortex-a57"),
      (.arm64(midr: 0x411f_d401), "neoverse-v1"), (.arm64(midr: 0xc00f_ac30), "ampereone"),
      (.riscv(vendor: 0x489, architecture: 0x8000_0000_0000_0007, implementation: 1), "sifive-u74"),
      (.other("0x004e1202"), "power9"), (.other("IBM,2964,400,N96,1.4,002f"), "z13"),
    ] as [(CPUIdentifier, String)])
  func `finds the cores of other CPUs`(cpu: CPUIdentifier, name: String) {
    #expect(Microarchitecture.of(cpu: cpu).map(\.name) == [name])
  }

  @Test(arguments: [
    ("skylake", ["skylake"]), ("SKL", ["skylake"]), ("x86/skylake", ["skylake"]),
    ("i386/Skylake", ["skylake", "skylakex", "cascadelakex"]), ("KabyLake", ["skylake"]),
    ("amdzen3", ["zen3"]), ("amd64_fam19h_zen3", ["zen3"]), ("ZEN3", ["zen3"]),
    ("alderlake", ["alderlake-p", "alderlake-e"]),
    ("ADL", ["alderlake-p", "alderlake-e", "alderlaken"]),
    ("gracemont", ["alderlake-e", "alderlaken"]), ("cortex-a57-a72", ["cortex-a57", "cortex-a72"]),
    ("arm_n1", ["neoverse-n1"]), ("neon1", ["cortex-a76", "neoverse-n1"]),
    ("haswellEP", ["haswellx"]), ("cortex-a78c", ["cortex-a78"]), ("arm1176jzf-s", ["arm1176"]),
    ("power9", ["power9"]), ("cf_z13", ["z13"]), ("nothing", []), ("", []),
  ])
  func `understands the spelling of every tool`(name: String, names: [String]) {
    #expect(Microarchitecture.named(name).map(\.name) == names)
  }

  @Test func `is found by its own name and by each of its tables`() {
    for microarchitecture in Microarchitecture.all {
      #expect(Microarchitecture.named(microarchitecture.name.uppercased()) == [microarchitecture])
      for source in EventSourceKind.allCases {
        for table in microarchitecture.tables.names(in: source) {
          #expect(Microarchitecture.described(by: table, of: source).contains(microarchitecture))
        }
      }
    }
  }
}
