internal import PerfEvent

extension EventCatalog {
  /// What asks the kernel, and then the languages of other tools.
  func resolver(for purpose: EventPurpose) -> EventResolver {
    let cpus: [CPUIdentifier] = store.sources.isEmpty && sysfs != nil ? [] : self.cpus
    let lookup = StoreLookup(store: store, cpus: cpus)
    let context = TermContext(
      pmus: inventory(assuming: cpus.first), purpose: purpose, lookup: lookup)
    return EventResolver(
      providers: [
        GenericProvider(context: context), PMUProvider(context: context),
        TracepointProvider(
          kernel: kernel, context: context, roots: tracefs, limit: EventResolver.limit),
      ], tools: languages(lookup, context), purpose: purpose, lookup: lookup)
  }

  private func languages(_ lookup: StoreLookup, _ context: TermContext) -> ToolLanguages {
    let binder = DefinitionBinder(context: context)
    let libpfm = LibpfmProvider(lookup: lookup, context: context)
    return ToolLanguages(
      providers: [
        VendorProvider(lookup: lookup, binder: binder),
        PresetProvider(lookup: lookup, libpfm: libpfm),
      ],
      alternatives: [
        ("libpfm4", libpfm),
        ("OProfile", OProfileProvider(lookup: lookup, binder: binder)),
        ("LIKWID", LIKWIDProvider(lookup: lookup, binder: binder)),
      ])
  }

  /// A view of sysfs, and of the cores' terms where it does not tell.
  private func inventory(assuming cpu: CPUIdentifier?) -> PMUInventory {
    let layout: TermLayout? = cpu.flatMap(MachineFamily.init(coresOf:))
      .flatMap { BuiltInLayouts(family: $0).layout(of: .core) }
    let formats: [String: TermFormat] = layout?.formats ?? [:]
    return PMUInventory(
      kernel: kernel, sysfs: sysfs,
      assumedFormats: formats.filter { TermFormat.Word(rawValue: $0.key) == nil })
  }
}
