public import PerfEvent

/// The presets of PAPI, read from its file `papi_events.csv`.
///
/// Each kind of CPU of the file is a table, under the name that libpfm4 gives to its
/// PMU. A preset is a metric: its formula is in postfix order over `N0`, `N1` and so
/// on, which stand for events of libpfm4. A preset that is one event has the formula
/// `N0|`. Presets that build on others are written out in events.
public struct PAPISource: EventSource {
  /// Names the PMUs of libpfm4 that hold for a CPU.
  ///
  /// The argument is the model of the cores; the result is the names of their PMUs in
  /// libpfm4, such as `skl`, those of the cores first, and empty for a CPU that the
  /// library does not know. ``LibpfmSource/tableNames(of:)`` is such a function. It is
  /// called at each question for the tables of a CPU, perhaps on several threads at once.
  public typealias PMUNames = @Sendable (CPUIdentifier) -> [String]

  /// The file.
  public let path: String
  let files: SourceFiles
  let pmuNames: PMUNames

  /// The kind of source.
  public var kind: EventSourceKind { .papi }

  /// Creates a source.
  ///
  /// ```swift
  /// let libpfm = try LibpfmSource()
  /// let presets = PAPISource(path: "papi_events.csv") { cpu in libpfm.tableNames(of: cpu) }
  /// ```
  ///
  /// - Parameters:
  ///   - path: The file `papi_events.csv`.
  ///   - kernel: What reads the file.
  ///   - pmuNames: Takes a CPU and returns the PMUs of libpfm4 that hold for it, by name.
  public init(
    path: String, kernel: any Kernel = LinuxKernel(), pmuNames: @escaping PMUNames
  ) {
    self.path = path
    self.files = SourceFiles(kernel: kernel)
    self.pmuNames = pmuNames
  }

  /// The names of all tables, such as `skl`.
  ///
  /// - Returns: The names, sorted.
  /// - Throws: What cannot be read.
  public func tableNames() throws(EventSourceError) -> [String] {
    try PAPIReader(path: path, files: files, cpu: nil).names
  }

  /// The tables that hold for a CPU.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The names, none if libpfm4 or the file does not know the CPU.
  /// - Throws: What cannot be read.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    let wanted: [String] = pmuNames(cpu)
    guard !wanted.isEmpty else { return [] }
    let reader = try PAPIReader(path: path, files: files, cpu: nil)
    return wanted.compactMap { reader.spelling(of: $0) }
  }

  /// Reads a table.
  ///
  /// - Parameter name: The name, such as `skl`.
  /// - Returns: The table, which has metrics only.
  /// - Throws: What cannot be read; ``EventSourceProblem/noTable(_:)`` of an unknown
  ///   name.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    let reader = try PAPIReader(path: path, files: files, cpu: name)
    guard let table = reader.table(named: name) else {
      throw EventSourceError(path: path, problem: .noTable(name))
    }
    return table
  }
}
