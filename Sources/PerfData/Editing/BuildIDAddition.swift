internal import PerfEvent

/// The addition of build identifiers to a recording, by the paths of the files.
///
/// They go to the feature that perf reads them from, or in a stream to records
/// of their own. An entry of the recording for the same path is replaced, other
/// entries stay. Whether a file belongs to the kernel follows from its name: those
/// that begin with `[kernel` and those that end as kernel modules do.
public struct BuildIDAddition: Hashable, Sendable {
  /// The identifiers, of at most 20 bytes, by path.
  public let identifiers: [String: [UInt8]]

  /// Creates an addition.
  ///
  /// - Parameter identifiers: The identifiers by path.
  public init(_ identifiers: [String: [UInt8]]) {
    self.identifiers = identifiers
  }

  /// Writes a recording with the identifiers.
  ///
  /// - Parameters:
  ///   - file: The recording.
  ///   - target: The place to write to.
  ///   - options: The form of the result, but for the byte order, which stays; by
  ///     default that of the recording, not packed.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when an identifier is empty or too long, when the
  ///   recording is damaged, or when the target cannot be written.
  @discardableResult
  public func write(
    _ file: borrowing PerfDataFile, to target: WriterTarget, options: WriterOptions? = nil
  ) throws(PerfDataError) -> [UInt8] {
    for (path, bytes) in identifiers where bytes.isEmpty || bytes.count > 20 {
      throw .refused(
        "build identifier of \(path)", at: 0, value: UInt64(bytes.count), limit: 20,
        "it has \(bytes.count) bytes")
    }
    var edit = BuildIDEdit(addition: self)
    return try file.rewrite(by: &edit, to: target, options: .edited(options, file))
  }

  fileprivate var added: [BuildID] {
    identifiers.sorted { $0.key < $1.key }.map { path, bytes in
      BuildID(
        bytes: bytes, path: path, process: -1,
        cpuMode: BuildIDAddition.isKernel(path) ? .kernel : .user)
    }
  }

  private static func isKernel(_ path: String) -> Bool {
    path.hasPrefix("[kernel") || KernelPaths.isModule(path)
  }
}

/// The edit that adds build identifiers.
private struct BuildIDEdit: RecordingEdit {
  let addition: BuildIDAddition
  private var streamed: [BuildID] = []
  private var isDone: Bool = false

  init(addition: BuildIDAddition) {
    self.addition = addition
  }

  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    feature == .buildIDs ? nil : try FeatureValue(bytesOf: feature, of: file)
  }

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    if writer.options.mode == .pipe && !isDone {
      isDone = true
      try writer.append(.buildIDs(addition.added))
    }
    if case .buildID(let found) = record.content, addition.identifiers[found.path] != nil {
      return
    }
    try writer.append(record)
  }

  mutating func finish(
    _ file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    var all = try file.buildIDs ?? []
    if file.header.mode == .pipe {
      var records = file.records()
      while let record = try records.next() {
        if case .buildID(let found) = record.content { all.append(BuildID(found)) }
      }
    }
    all.removeAll { addition.identifiers[$0.path] != nil }
    try writer.append(.buildIDs(all + addition.added))
  }
}

/// Names of mappings that the kernel gives, rather than a user.
enum KernelPaths {
  /// Tells whether a path is that of a kernel module.
  static func isModule(_ path: String) -> Bool {
    let endings = [".ko", ".ko.gz", ".ko.xz", ".ko.zst"]
    return endings.contains { path.hasSuffix($0) }
  }

  /// Tells whether a name is one that the kernel gives to a mapping.
  static func isGiven(_ path: String) -> Bool {
    path.hasPrefix("[") || path.hasPrefix("//") || isModule(path) || path.isEmpty
  }
}
