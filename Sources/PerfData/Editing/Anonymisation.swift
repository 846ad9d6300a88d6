public import PerfEvent

/// The replacement of names in a recording by pseudonyms.
///
/// The same name gets the same pseudonym everywhere in the recording; pseudonyms
/// are numbered in the order in which the names first appear. Replaced are:
///
/// - names of processes and threads: `comm-1`;
/// - paths of mapped files: `/file-1`, but for names that the kernel gives, such
///   as `[kernel.kallsyms]_text`, `[vdso]`, `//anon` and the paths of its modules;
/// - paths of cgroups: `/cgroup-1`, but for the root;
/// - names of BPF programs behind their tag;
/// - names of events that neither their attributes give nor a tracepoint of the
///   kernel has: `event-1`;
/// - the name of the machine: `host`; the command line: the word `perf`.
///
/// Removed are raw data, stacks and AUX data of samples, since they hold contents
/// of memory, the names that tracing data saved, what BPF programs say about
/// themselves, and all features that are not known to be free of names.
///
/// What stays: addresses, times, numbers of processes, threads, CPUs, inodes and
/// devices, build identifiers, which tell a known program, the hardware, the
/// release of the kernel, the formats of tracepoints, and the AUX area.
public struct Anonymisation: Hashable, Sendable {
  /// The fields of samples that are removed.
  public var removedFields: SampleFields = [.raw, .userStack, .aux]
  /// Whether build identifiers are kept, by which a file can be found in a symbol server.
  public var keepsBuildIDs: Bool = true

  /// Creates a replacement.
  public init() {}

  /// Writes a recording with pseudonyms.
  ///
  /// - Parameters:
  ///   - file: The recording.
  ///   - target: The place to write to.
  ///   - options: The form of the result, but for the byte order, which stays; by
  ///     default that of the recording, not packed.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the recording is damaged, or the target
  ///   cannot be written.
  @discardableResult
  public func write(
    _ file: borrowing PerfDataFile, to target: WriterTarget, options: WriterOptions? = nil
  ) throws(PerfDataError) -> [UInt8] {
    var edit = AnonymousEdit(self)
    return try file.rewrite(by: &edit, to: target, options: .edited(options, file))
  }
}
