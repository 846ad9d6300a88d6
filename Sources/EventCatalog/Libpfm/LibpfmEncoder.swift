internal import CLibpfm

/// Turns names in the language of libpfm4 into attributes.
///
/// A name is `[pmu::]EVENT[:unit mask][:modifier[=value]]`, where a dot can stand for
/// a single colon and letters of either case are equal. Without a PMU only those of
/// this machine are searched. Names of PMUs that the machine lacks are encoded as well,
/// as far as that is possible without a kernel that offers them.
public struct LibpfmEncoder: Sendable {
  /// The tables.
  public let catalog: LibpfmCatalog
  /// The PMUs by their names in small letters.
  private let pmus: [String: LibpfmPMU]

  /// The most attributes, with all that they stand for, that the library has room for.
  ///
  /// It has room for 64, does not check that unit masks are fewer, and adds those that
  /// are set by default.
  static let attributeLimit = 48

  /// Creates an encoder.
  ///
  /// - Parameter catalog: The tables.
  public init(catalog: LibpfmCatalog) {
    self.catalog = catalog
    pmus = Dictionary(
      catalog.pmus.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Creates an encoder, and initialises the library if nobody has done so.
  ///
  /// - Throws: That the library cannot be initialised.
  public init() throws(LibpfmError) {
    self.init(catalog: try LibpfmCatalog())
  }

  /// Encodes an event.
  ///
  /// - Parameters:
  ///   - event: The event, such as `skl::L1D:REPLACEMENT:u`.
  ///   - levels: The privilege levels at which it counts if it does not say so.
  /// - Returns: The encoding.
  /// - Throws: What is wrong with the event.
  public func encode(
    _ event: String, levels: LibpfmLevels = [.user, .kernel]
  ) throws(LibpfmError) -> LibpfmEncoding {
    let name = try LibpfmName(event)
    let outcome: Outcome = try LibpfmLibrary.locked { (_) throws(LibpfmError) in
      ask(name, text: event, levels: levels, explains: true)
    }
    switch outcome {
    case .encoding(let encoding): return encoding
    case .problem(let problem): throw LibpfmError(event: event, problem: problem)
    }
  }

  /// Encodes an event if the library can, without looking for a reason if it cannot.
  ///
  /// It suits to try names that may be wrong, since reasons take much longer to find.
  ///
  /// - Parameters:
  ///   - event: The event, such as `skl::L1D:REPLACEMENT:u`.
  ///   - levels: The privilege levels at which it counts if it does not say so.
  /// - Returns: The encoding, or nil.
  public func encodingIfAny(
    of event: String, levels: LibpfmLevels = [.user, .kernel]
  ) -> LibpfmEncoding? {
    guard let name = try? LibpfmName(event) else { return nil }
    let outcome: Outcome? = try? LibpfmLibrary.locked { (_) throws(LibpfmError) in
      ask(name, text: event, levels: levels, explains: false)
    }
    guard case .encoding(let encoding)? = outcome else { return nil }
    return encoding
  }

  /// Encodes an event of a PMU that its name leaves out.
  ///
  /// - Parameters:
  ///   - event: The event, such as `L1D:REPLACEMENT`; a PMU that it names itself
  ///     comes first.
  ///   - pmu: The PMU.
  ///   - levels: The privilege levels at which it counts if it does not say so.
  /// - Returns: The encoding.
  /// - Throws: What is wrong with the event.
  public func encode(
    _ event: String, of pmu: LibpfmPMU, levels: LibpfmLevels = [.user, .kernel]
  ) throws(LibpfmError) -> LibpfmEncoding {
    let namesPMU: Bool = event.utf8.count <= LibpfmName.lengthLimit && event.contains("::")
    return try encode(namesPMU ? event : "\(pmu.name)::\(event)", levels: levels)
  }

  /// The PMU of a name in letters of either case.
  func pmu(named name: String) -> LibpfmPMU? { pmus[name.lowercased()] }

  private enum Outcome: Sendable {
    case encoding(LibpfmEncoding)
    case problem(LibpfmProblem)
  }

  /// Asks the library, which must be locked.
  private func ask(
    _ name: LibpfmName, text: String, levels: LibpfmLevels, explains: Bool
  ) -> Outcome {
    let diagnosis = LibpfmDiagnosis(name: name, encoder: self, levels: levels)
    guard diagnosis.expansionIsBounded else {
      return .problem(.tooManyAttributes(limit: Self.attributeLimit))
    }
    let answer = LibpfmAnswer(attributesOf: text, levels: levels)
    if answer.result == PFM_SUCCESS {
      return .encoding(encoding(of: answer, name: name))
    }
    if answer.result == PFM_ERR_NOTFOUND, let common = architectural(name, levels: levels) {
      return common
    }
    guard answer.result == PFM_ERR_NOTSUPP, let pmu = name.pmu.flatMap(pmu(named:)) else {
      return .problem(
        explains
          ? diagnosis.problem(of: answer.result) : .refused(code: answer.result, message: ""))
    }
    // The kernel does not offer the PMU, so that only the registers are known.
    let registers = LibpfmAnswer(registersOf: text, levels: levels)
    guard registers.result == PFM_SUCCESS,
      let words = LibpfmRegisterLayout(of: pmu)?.words(of: registers.registers)
    else { return .problem(.needsKernel(pmu: pmu.kernelName ?? pmu.name)) }
    return .encoding(encoding(of: registers, words: words, pmu: pmu, levels: levels))
  }

  /// The outcome for an architectural event of Intel where the library has none.
  private func architectural(_ name: LibpfmName, levels: LibpfmLevels) -> Outcome? {
    guard let named = name.pmu, let pmu = pmu(named: named),
      pmu.name == LibpfmArchitecturalEvents.pmu, pmu.eventCount == 0,
      let answer = LibpfmArchitecturalEvents.answer(to: name, levels: levels)
    else { return nil }
    guard answer.result == PFM_SUCCESS else {
      return .problem(
        .refused(code: answer.result, message: LibpfmLibrary.message(answer.result)))
    }
    var encoding: LibpfmEncoding = encoding(of: answer, name: name)
    encoding.remarks.append(.emptyTable)
    return .encoding(encoding)
  }
}
