import EventCatalog
import Testing

/// The table of microarchitectures against what the sources themselves say of CPUs.
struct SourceAgreementTests {
  @Test(
    .enabled(if: !EventFolders.kernelTrees.isEmpty, EventFolders.reason),
    arguments: EventFolders.kernelTrees)
  func `agrees with the kernel's lists of CPUs`(tree: String) throws {
    let source = KernelEventsSource(root: tree)
    let known: Set<String> = Set(try source.tableNames())
    var all: [String] = try disagreements(with: source)
    // A list that is older than a core gives it to the one before.
    if !known.contains("amdzen6") { all.removeAll { $0.hasPrefix("zen6 ") } }
    #expect(all == [])
  }

  @Test(
    .enabled(if: !EventFolders.kernelTrees.isEmpty, EventFolders.reason),
    arguments: EventFolders.kernelTrees)
  func `knows the folders of the kernel's event files`(tree: String) throws {
    // Those of chips instead of cores, and of what several share.
    let others: [String] = ["/sys", "cmn", "imx", "hip09", "test", "common"]
    for name in try KernelEventsSource(root: tree).tableNames()
    where !others.contains(where: name.contains) {
      #expect(
        !Microarchitecture.described(by: name, of: .kernelEvents).isEmpty, "\(name)")
    }
  }

  @Test(
    .enabled(if: !EventFolders.perfmonFolders.isEmpty, EventFolders.reason),
    arguments: EventFolders.perfmonFolders)
  func `agrees with perfmon's lists of CPUs`(folder: String) throws {
    let source = PerfmonSource(root: folder)
    #expect(try disagreements(with: source) == [])
    for name in try source.tableNames() {
      #expect(!Microarchitecture.described(by: name, of: .perfmon).isEmpty, "\(name)")
    }
  }

  @Test func `agrees with libpfm4 about the PMU of the cores`() throws {
    let source = try LibpfmSource()
    for microarchitecture in Microarchitecture.all {
      for cpu in KnownCPUs.samples(of: microarchitecture) {
        // Of some cores the library knows only the energy counters.
        guard let core = source.tableNames(of: cpu).first,
          !Microarchitecture.described(by: core, of: .libpfm4).isEmpty
        else { continue }
        // Ice Lake D is a server, but the library has it among the clients.
        if core == "icl", microarchitecture.name == "icelakex" { continue }
        #expect(microarchitecture.tables.libpfm4.contains(core), "\(microarchitecture) \(cpu)")
      }
    }
  }

  @Test(.enabled(if: GivenToolFiles.folder != nil, GivenToolFiles.reason))
  func `agrees with OProfile and LIKWID where they know the core`() throws {
    #expect(
      try disagreements(with: GivenToolFiles.oprofile)
        .filter { !$0.contains("i386/arch_perfmon") } == [])
    #expect(try disagreements(with: GivenToolFiles.likwid) == [])
  }

  /// What a source and the table of microarchitectures say differently of CPUs.
  private func disagreements(with source: some EventSource) throws -> [String] {
    var found: Set<String> = []
    for microarchitecture in Microarchitecture.all {
      for cpu in KnownCPUs.samples(of: microarchitecture) {
        let own: [String] = Microarchitecture.of(cpu: cpu).flatMap {
          $0.tables.names(in: source.kind)
        }
        for name in try source.tableNames(of: cpu) where !Self.isSpelled(name, in: own) {
          found.insert("\(microarchitecture) \(cpu) is \(name), not \(own)")
        }
      }
    }
    return found.sorted()
  }

  /// Whether a table's name is one of several, with or without folders before it.
  private static func isSpelled(_ name: String, in names: [String]) -> Bool {
    names.contains {
      $0.lowercased() == name.lowercased() || $0.lowercased().hasSuffix("/" + name.lowercased())
    }
  }
}

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
