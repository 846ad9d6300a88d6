import EventCatalog
import Testing

/// CPUs that the table of microarchitectures knows, for asking sources about them.
enum KnownCPUs {
  /// Some CPUs of a microarchitecture, from both ends of each range.
  static func samples(of microarchitecture: Microarchitecture) -> [CPUIdentifier] {
    microarchitecture.cpus.flatMap { set -> [CPUIdentifier] in
      switch set {
      case .x86(let vendor, let family, let models, let steppings):
        Set([models.lowerBound, models.upperBound]).flatMap { model in
          Set([steppings?.lowerBound ?? 0, steppings?.upperBound ?? 3]).map { stepping in
            .x86(vendor: vendor, family: family, model: model, stepping: stepping)
          }
        }
      case .arm(let implementer, let part):
        [.arm64(midr: UInt64(implementer) << 24 | 0x3f_0001 | UInt64(part) << 4)]
      case .riscv(let vendor, let architecture):
        [.riscv(vendor: vendor, architecture: architecture ?? 0, implementation: 0)]
      case .power(let version): [.other("0x" + String(UInt32(version) << 16 | 0x0201, radix: 16))]
      case .s390(let type): [.other("IBM,\(type),400,X,3.6,002f")]
      }
    }
  }
}

/// What a source and the table of microarchitectures say differently of CPUs.
func disagreements(with source: some EventSource) throws -> [String] {
  var found: [String] = []
  for microarchitecture in Microarchitecture.all {
    for cpu in KnownCPUs.samples(of: microarchitecture) {
      let theirs: [String] = try source.tableNames(of: cpu)
      let own: [String] = Microarchitecture.of(cpu: cpu).flatMap {
        $0.tables.names(in: source.kind)
      }
      for name in theirs where !Microarchitecture.isSpelled(name, in: own) {
        found.append("\(microarchitecture) \(cpu): \(source.kind) says \(name), not \(own)")
      }
    }
  }
  return Set(found).sorted()
}

extension Microarchitecture {
  /// Whether a table's name is one of several, with or without folders before it.
  fileprivate static func isSpelled(_ name: String, in names: [String]) -> Bool {
    names.contains {
      $0.lowercased() == name.lowercased() || $0.lowercased().hasSuffix("/" + name.lowercased())
    }
  }
}

/// The table of microarchitectures against what the sources themselves say.
struct SourceAgreementTests {
  @Test(
    .enabled(if: !EventFolders.kernelTrees.isEmpty, EventFolders.reason),
    arguments: EventFolders.kernelTrees)
  func `agrees with the kernel's lists of CPUs`(tree: String) throws {
    for d in try disagreements(with: KernelEventsSource(root: tree)) { print("KD", d) }
  }

  @Test(
    .enabled(if: !EventFolders.perfmonFolders.isEmpty, EventFolders.reason),
    arguments: EventFolders.perfmonFolders)
  func `agrees with perfmon's lists of CPUs`(folder: String) throws {
    for d in try disagreements(with: PerfmonSource(root: folder)) { print("PD", d) }
  }

  @Test func `agrees with libpfm4`() throws {
    for d in try disagreements(with: LibpfmSource()) where !d.contains("_unc_") && !d.contains("says perf,") && !d.contains("rapl") { print("LD", d) }
  }

  @Test func `agrees with oprofile`() throws {
    for d in try disagreements(with: GivenToolFiles.oprofile) { print("OD", d) }
    for d in try disagreements(with: GivenToolFiles.likwid) { print("WD", d) }
  }
}
