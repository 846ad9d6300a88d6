/// Names of vendors' event files, on the PMUs that have them: `l1d.replacement`.
struct VendorProvider: ToolProvider {
  let lookup: any DefinitionLookup
  let binder: DefinitionBinder

  func answer(to name: ToolName) -> ToolAnswer {
    let definitions: [EventDefinition] = lookup.vendorDefinitions(named: name.name ?? name.text)
    if definitions.isEmpty { return .unknown }
    do throws(LocatedProblem) {
      return .events(
        try binder.candidates(
          of: definitions, terms: name.terms ?? [], position: name.position))
    } catch {
      return .refusal(error)
    }
  }
}
