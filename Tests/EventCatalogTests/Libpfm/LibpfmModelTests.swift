import Foundation
import Testing

@testable import EventCatalog

/// The PMUs of CPUs as the library finds them on an emulated CPU.
@Suite("Models of CPUs in libpfm4")
struct LibpfmModelTests {
  static let emulator: String? = ["/usr/bin/qemu-x86_64", "/usr/bin/qemu-x86_64-static"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isAvailable: Bool {
    #if arch(x86_64)
      emulator != nil && CProgram.compiler != nil
    #else
      false
    #endif
  }

  /// Prints the PMUs that the library finds, given a kernel that offers all of them.
  static let program = """
    #include <stdio.h>
    #include <string.h>
    #include <perfmon/pfmlib.h>
    int access(const char *path, int mode) { return 0; }
    int main(void) {
      pfm_initialize();
      for (int number = 0; number < PFM_PMU_MAX; number++) {
        pfm_pmu_info_t info;
        memset(&info, 0, sizeof info);
        info.size = sizeof info;
        if (pfm_get_pmu_info(number, &info) == PFM_SUCCESS && info.is_present)
          printf("%s\\n", info.name);
      }
    }
    """

  /// PMUs that no model decides about, or that are kept for old programs.
  static let others: Set<String> = ["perf", "perf_raw", "ix86arch", "amd64_fam17h"]

  /// Families, the models at and beside every border of ours, and steppings.
  static let models: [(vendor: String, family: UInt32, model: UInt32, stepping: UInt32)] = {
    var all: [(vendor: String, family: UInt32, model: UInt32, stepping: UInt32)] = []
    for model in UInt32(0)...255 {
      let near = [-1, 0, 1].contains { offset in
        UInt32(exactly: Int(model) + offset).map {
          LibpfmCPUTable.row(
            of: .x86(vendor: "GenuineIntel", family: 6, model: $0, stepping: 0)) != nil
        } ?? false
      }
      if near { all.append(("GenuineIntel", 6, model, 3)) }
    }
    all += [("GenuineIntel", 6, 85, 4), ("GenuineIntel", 6, 85, 5), ("GenuineIntel", 6, 85, 15)]
    all += (0...7).map { ("GenuineIntel", 15, $0, 1) }
    all += (0...2).map { ("GenuineIntel", 11, $0, 1) }
    all += [0, 3, 4, 5].flatMap { model in
      (0...3).map { ("AuthenticAMD", 15, model, $0) }
    }
    all += stride(from: 0x10, through: 0xff, by: 0x10).map { ("AuthenticAMD", 15, $0, 2) }
    all += (1...10).map { ("AuthenticAMD", 16, $0, 0) }
    all += [6, 17, 18, 20, 21, 22, 26].map { ("AuthenticAMD", $0, 2, 0) }
    all += [0x01, 0x2f, 0x30, 0x31, 0x71, 0xa0].map { ("AuthenticAMD", 23, $0, 0) }
    all += [0x00, 0x01, 0x0f, 0x10, 0x11, 0x12, 0x1f, 0x20, 0x21, 0x50, 0x5f, 0x60, 0x61, 0x78]
      .map { ("AuthenticAMD", 25, $0, 0) }
    return all
  }()

  @Test(.enabled(if: isAvailable, "without a C compiler or qemu-x86_64"))
  func `every model has the PMUs that the library finds`() throws {
    let program = try CProgram(source: Self.program, flags: ["-lpfm"])
    defer { program.remove() }
    let source = try LibpfmSource()
    let version = source.encoder.catalog.version
    guard version.hasPrefix("4.13") else { try Test.cancel("libpfm4 is of version \(version)") }
    for (vendor, family, model, stepping) in Self.models {
      let cpu = "max,vendor=\(vendor),family=\(family),model=\(model),stepping=\(stepping)"
      let printed = try CProgram.output(
        of: try #require(Self.emulator), ["-cpu", cpu, program.path])
      let found = Set(printed.split(separator: "\n").map(String.init)).subtracting(Self.others)
      let ours = Set(
        source.tableNames(
          of: .x86(vendor: vendor, family: family, model: model, stepping: stepping))
      ).subtracting(Self.others)
      let isLater = Self.isLater(family: family, model: model)
      #expect(found == (isLater ? [] : ours), "\(cpu)")
      #expect(ours.count > 0 || !isLater)
    }
  }

  /// Models that came after the library, with cores that it knows.
  private static func isLater(family: UInt32, model: UInt32) -> Bool {
    switch (family, model) {
    case (6, 0x9c), (6, 0xcf): true
    case (25, 0x10), (25, 0x12...0x1f), (25, 0x60...0x7f), (25, 0xa0...0xaf): true
    default: false
    }
  }
}
