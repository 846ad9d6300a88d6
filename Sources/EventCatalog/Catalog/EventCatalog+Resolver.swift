extension EventCatalog {
  /// What asks the kernel, and then the languages of other tools.
  func resolver(for purpose: EventPurpose) -> EventResolver {
    let chips = ChipTables(store: store, pmus: inventory)
    let lookup = StoreLookup(store: store, chips: chips.tables) { cpus }
    let pmus = PMUInventory(kernel: kernel, sysfs: sysfs) { AssumedCore(lookup.cpus) }
    let context = TermContext(pmus: pmus, purpose: purpose, lookup: lookup)
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
}
