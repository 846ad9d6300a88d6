/// Writes presets out in events, those included that build on other presets.
struct PAPIExpansion {
  let path: String
  let presets: [String: PAPIPreset]
  var warnings = SourceWarnings()
  private var known: [String: Expanded?] = [:]
  /// The presets that are being written out.
  private var open: [String] = []

  /// Presets that build on presets, more deeply than any do.
  private static let depthLimit: Int = 16
  /// More events than a metric needs.
  private static let operandLimit: Int = 64

  private struct Expanded {
    var natives: [String]
    var tokens: [PAPIFormula.Token]
  }

  init(path: String, presets: [String: PAPIPreset]) {
    self.path = path
    self.presets = presets
  }

  /// A preset as a metric; nil, with a warning, if it makes no sense.
  mutating func metric(named name: String) -> MetricDefinition? {
    guard let preset = presets[name], let expanded = expanded(preset) else { return nil }
    var metric = MetricDefinition(
      name: preset.name, formula: PAPIFormula(tokens: expanded.tokens).text, language: .postfix,
      operands: expanded.natives.enumerated().map { index, native in
        MetricDefinition.Operand(alias: "N\(index)", value: native)
      },
      provenance: EventProvenance(source: .papi, location: path))
    metric.groups = [preset.isUserDefined ? "user" : "preset"]
    let ownWords: String = PAPIPresetNames.description(of: preset.name) ?? ""
    metric.brief = preset.brief.isEmpty ? ownWords : preset.brief
    metric.details = preset.details
    return metric
  }

  private mutating func expanded(_ preset: PAPIPreset) -> Expanded? {
    if let known = known[preset.name] { return known }
    guard !open.contains(preset.name) else {
      warnings.add(path, .line(preset.line), .circularReference(SourceWarnings.short(preset.name)))
      return nil
    }
    guard open.count < Self.depthLimit else {
      warnings.add(path, .line(preset.line), .nestedTooDeep(limit: Self.depthLimit))
      return nil
    }
    open.append(preset.name)
    defer { open.removeLast() }
    let made: Expanded? = make(preset)
    // What fails for being within itself may be whole by itself.
    if made != nil || open.count == 1 { known[preset.name] = .some(made) }
    return made
  }

  private mutating func make(_ preset: PAPIPreset) -> Expanded? {
    guard
      let formula = PAPIFormula(
        preset.derivation, formula: preset.formula, count: preset.natives.count)
    else {
      warnings.add(
        path, .line(preset.line), SourceWarnings.invalid("formula", preset.formula))
      return nil
    }
    var natives: [String] = []
    var places: [String: Int] = [:]
    var values: [[PAPIFormula.Token]] = []
    for native in preset.natives {
      guard let nested = presets[native], native != preset.name || native.hasPrefix("PAPI_") else {
        values.append([.count(Self.place(of: native, in: &natives, &places))])
        continue
      }
      guard let inner = expanded(nested) else { return nil }
      let moved: [Int] = inner.natives.map { Self.place(of: $0, in: &natives, &places) }
      values.append(
        inner.tokens.map { token in
          if case .count(let index) = token { .count(moved[index]) } else { token }
        })
    }
    var tokens: [PAPIFormula.Token] = []
    for token in formula.tokens {
      if case .count(let index) = token { tokens += values[index] } else { tokens.append(token) }
      guard tokens.count <= PAPIFormula.limit, natives.count <= Self.operandLimit else {
        warnings.add(path, .line(preset.line), .nestedTooDeep(limit: PAPIFormula.limit))
        return nil
      }
    }
    warnAboutUnknownPresets(of: preset)
    return Expanded(natives: natives, tokens: tokens)
  }

  private static func place(
    of native: String, in natives: inout [String], _ places: inout [String: Int]
  ) -> Int {
    if let place = places[native] { return place }
    natives.append(native)
    places[native] = natives.count - 1
    return natives.count - 1
  }

  private mutating func warnAboutUnknownPresets(of preset: PAPIPreset) {
    for native in preset.natives where native.hasPrefix("PAPI_") && presets[native] == nil {
      warnings.add(path, .line(preset.line), .danglingReference(SourceWarnings.short(native)))
    }
  }
}

extension PAPIFormula {
  fileprivate init(tokens: [Token]) {
    self.tokens = tokens
  }
}
