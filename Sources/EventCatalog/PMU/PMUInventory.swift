internal import PerfEvent

/// The PMUs of a sysfs tree, each read when it is first asked for.
///
/// It lives as long as one resolution, so that what it says is of one moment and
/// nothing is read twice.
final class PMUInventory {
  /// No machine has more PMUs than this; further ones are not looked at.
  static let limit: Int = 1 << 14

  let kernel: any Kernel
  /// The folder that stands for `/sys`.
  let sysfs: String
  /// The folder that has one folder per PMU.
  let folder: String
  private var listed: FileNames?
  private var described: [String: PMU?] = [:]
  private var knownFormats: [String: [String: TermFormat]] = [:]
  private var knownFormatNames: [String: FileNames] = [:]
  private var knownEvents: [String: FileNames] = [:]
  private var knownCores: [PMU]?
  /// What is wrong with the lists of CPUs of PMUs, by the names of the PMUs.
  var listFaults: [String: [LocatedProblem]] = [:]

  /// Whether sysfs is there to be asked.
  let isDescribed: Bool
  /// The PMU of cores of which sysfs says nothing.
  lazy var assumedCore: AssumedCore = assumeCore()
  private let assumeCore: () -> AssumedCore

  /// Creates a view of a machine.
  ///
  /// - Parameters:
  ///   - kernel: What reads the files.
  ///   - sysfs: The folder that stands for `/sys`; nil if there is none.
  ///   - assumedCore: Tells of cores of which sysfs says nothing.
  init(
    kernel: any Kernel, sysfs: String?,
    assumedCore: @escaping () -> AssumedCore = { .unknown }
  ) {
    self.assumeCore = assumedCore
    self.isDescribed = sysfs != nil
    let sysfs: String = sysfs ?? ""
    self.kernel = kernel
    self.sysfs = sysfs
    self.folder = sysfs + "/bus/event_source/devices"
  }

  /// The names of all PMUs; none where sysfs has no list.
  var names: [String] { folders.sorted }

  private var folders: FileNames {
    if let listed { return listed }
    guard isDescribed else { return FileNames([assumedCore.pmu.name]) }
    let found: [String] = (try? kernel.listDirectory(folder))?.filter(RelativePath.isName) ?? []
    let names = FileNames(Array(found.prefix(Self.limit)))
    listed = names
    return names
  }

  /// All PMUs that sysfs describes.
  var all: [PMU] { names.compactMap(pmu(named:)) }

  /// The PMUs of the cores: one, or one per kind of core.
  var cores: [PMU] {
    if let knownCores { return knownCores }
    let cores: [PMU] = all.filter { $0.scope == .core }
    knownCores = cores
    return cores
  }

  /// The PMU of this name, or nil if there is none or it has no number.
  func pmu(named name: String) -> PMU? {
    if let known = described[name] { return known }
    let pmu: PMU? = folders.contains(name) ? isDescribed ? describe(name) : assumedCore.pmu : nil
    described[name] = .some(pmu)
    return pmu
  }

  func pmu(type: EventType) -> PMU? {
    all.first { $0.type == type }
  }

  /// Whether sysfs says nothing of a PMU.
  func isAssumed(_ pmu: PMU) -> Bool {
    (!isDescribed || !folders.contains(pmu.name)) && pmu.name == assumedCore.pmu.name
  }

  /// The names of a PMU's terms.
  func formatNames(of pmu: PMU) -> FileNames {
    if let known = knownFormatNames[pmu.name] { return known }
    if isAssumed(pmu) { return FileNames(assumedCore.formats.keys.sorted()) }
    let listed: [String] = (try? kernel.listDirectory("\(folder)/\(pmu.name)/format")) ?? []
    let names = FileNames(listed.filter(RelativePath.isName))
    knownFormatNames[pmu.name] = names
    return names
  }

  /// A term of a PMU, or nil if the PMU has none of that name.
  ///
  /// Only the file of this term is read, so that a damaged one harms no other.
  func format(
    named name: String, of pmu: PMU, position: Int
  ) throws(LocatedProblem) -> TermFormat? {
    if let known = knownFormats[pmu.name]?[name] { return known }
    if isAssumed(pmu) { return assumedCore.formats[name] }
    guard formatNames(of: pmu).contains(name) else { return nil }
    let path: String = "\(folder)/\(pmu.name)/format/\(name)"
    let text: String = try read(path, position: position)
    guard let format = TermFormat(text) else {
      throw LocatedProblem(problem: .malformedFile(path: path, text: text), position: position)
    }
    knownFormats[pmu.name, default: [:]][name] = format
    return format
  }

  /// The names of a PMU's events, without the files that say more of them.
  func eventNames(of pmu: PMU) -> FileNames {
    if let known = knownEvents[pmu.name] { return known }
    if isAssumed(pmu) { return FileNames([]) }
    let listed: [String] = (try? kernel.listDirectory("\(folder)/\(pmu.name)/events")) ?? []
    let suffixes: [String] = [".scale", ".unit", ".snapshot", ".per-pkg"]
    let names = FileNames(
      listed.filter { name in
        RelativePath.isName(name) && !suffixes.contains(where: name.hasSuffix)
      })
    knownEvents[pmu.name] = names
    return names
  }

  /// The PMUs that have an event of this name, in letters of either case.
  func owners(ofEvent name: String) -> [PMU] {
    all.filter { eventNames(of: $0).spelling(of: name) != nil }
  }

  /// The text of a file in sysfs that must be there.
  func read(_ path: String, position: Int) throws(LocatedProblem) -> String {
    do {
      return try kernel.readText(path)
    } catch {
      throw LocatedProblem(
        problem: .unreadableFile(path: path, error: error), position: position)
    }
  }
}
