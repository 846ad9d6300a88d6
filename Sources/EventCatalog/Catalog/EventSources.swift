public import PerfEvent

/// Sources of events by their kind and the place where the user has them.
public enum EventSources {
  /// The tables of libpfm4, and the files of other tools that are found at their usual places.
  ///
  /// - Parameter kernel: What reads the files.
  /// - Returns: The sources, those to be preferred first.
  public static func usual(kernel: any Kernel = LinuxKernel()) -> [any EventSource] {
    let kinds: [EventSourceKind] = [
      .perfmon, .kernelEvents, .libpfm4, .papi, .likwid, .oprofile,
    ]
    // Without its tables, libpfm4 has nothing to say.
    return kinds.compactMap { kind in
      (try? source(kind, at: usualPath(of: kind, kernel: kernel), kernel: kernel)) ?? nil
    }
  }

  /// Returns a source of a kind.
  ///
  /// - Parameters:
  ///   - kind: The kind of source.
  ///   - path: The folder or file; of libpfm4 there is none.
  ///   - kernel: What reads the files.
  /// - Returns: The source; nil if it needs a path and has none, and for the kinds that
  ///   belong to a machine, which every catalog has.
  /// - Throws: That libpfm4 cannot be initialised.
  public static func source(
    _ kind: EventSourceKind, at path: String?, kernel: any Kernel = LinuxKernel()
  ) throws(EventSourceError) -> (any EventSource)? {
    switch (kind, path) {
    case (.generic, _), (.sysfs, _), (.tracefs, _): nil
    case (.libpfm4, _): try LibpfmSource()
    case (_, nil): nil
    case (.perfmon, let path?): PerfmonSource(root: path, kernel: kernel)
    case (.kernelEvents, let path?): KernelEventsSource(root: path, kernel: kernel)
    case (.oprofile, let path?): OProfileSource(root: path, kernel: kernel)
    case (.papi, let path?):
      PAPISource(path: path, kernel: kernel, pmuNames: presetTables(try LibpfmSource()))
    case (.likwid, let path?): LIKWIDSource(root: path, kernel: kernel)
    case (.armData, let path?): ArmDataSource(root: path, kernel: kernel)
    }
  }

  /// What names the tables of presets, also of CPUs for which libpfm4 was not built.
  static func presetTables(_ libpfm: LibpfmSource) -> PAPISource.PMUNames {
    { cpu in
      let names: [String] = libpfm.tableNames(of: cpu)
      return names.isEmpty ? Microarchitecture.of(cpu: cpu).flatMap(\.tables.papi) : names
    }
  }

  /// Returns the place where a tool's packages put its files, if they are there.
  ///
  /// - Parameters:
  ///   - kind: The kind of source.
  ///   - kernel: What looks for the files.
  /// - Returns: The folder or file, or nil if it is nowhere.
  public static func usualPath(
    of kind: EventSourceKind, kernel: any Kernel = LinuxKernel()
  ) -> String? {
    switch kind {
    case .generic, .sysfs, .tracefs, .libpfm4, .armData: nil
    case .perfmon: firstFolder(["/usr/share/perfmon", "/usr/local/share/perfmon"], kernel)
    case .kernelEvents: kernelEventsFolder(kernel)
    case .oprofile: firstFolder(["/usr/share/oprofile", "/usr/local/share/oprofile"], kernel)
    case .papi: papiFile(kernel)
    case .likwid: firstFolder(["/usr/share/likwid", "/usr/local/share/likwid"], kernel)
    }
  }

  private static func firstFolder(_ paths: [String], _ kernel: any Kernel) -> String? {
    paths.first { (try? kernel.listDirectory($0)) != nil }
  }

  /// The event files of an unpacked kernel tree.
  private static func kernelEventsFolder(_ kernel: any Kernel) -> String? {
    let trees: [String] = ((try? kernel.listDirectory("/usr/src")) ?? [])
      .filter { $0.hasPrefix("linux") }.reversed()
    return firstFolder(trees.map { "/usr/src/\($0)/tools/perf/pmu-events/arch" }, kernel)
  }

  /// The file of a PAPI that lies in a folder named after its version, the last one.
  private static func papiFile(_ kernel: any Kernel) -> String? {
    for root in ["/usr/share/papi", "/usr/local/share/papi"] {
      let versions: [String] = (try? kernel.listDirectory(root)) ?? []
      let folders: [String] = [root] + versions.map { "\(root)/\($0)" }
      let found: String? = folders.last {
        (try? kernel.listDirectory($0))?.contains("papi_events.csv") ?? false
      }
      if let found { return "\(found)/papi_events.csv" }
    }
    return nil
  }
}
