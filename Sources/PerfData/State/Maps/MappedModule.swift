/// A file or other memory that is mapped: a program, a library, the kernel, a module.
///
/// It is what perf calls a DSO.
public struct MappedModule: Hashable, Sendable {
  /// What is known of the memory behind a mapping from its name.
  public enum Kind: Hashable, Sendable {
    /// A file.
    case file
    /// The kernel itself.
    case kernel
    /// A module of the kernel.
    case kernelModule
    /// A BPF program or other code that the kernel made up while it ran.
    case kernelCode
    /// The page of code that the kernel gives to every process.
    case vdso
    /// Memory without a file, such as that of a compiler at run time.
    case anonymous
    /// The heap.
    case heap
    /// A stack.
    case stack
    /// Shared memory of System V.
    case sharedMemory
    /// A file in memory without a path.
    case memoryFile
    /// Another name in brackets.
    case special
  }

  /// The path or name as it stands in the record.
  public let path: String
  /// What the name tells about the memory.
  public let kind: Kind
  /// The build identifier that stands in the mapping; empty where none does.
  ///
  /// Ask ``ProcessTable/buildID(of:)`` for one that the recording gives elsewhere.
  public let recordedBuildID: [UInt8]
  /// The number of the file on its device; 0 where it is not told.
  public let inode: UInt64
  /// The device of the file: the major number in the upper half, then the minor one.
  public let device: UInt64
  /// The process in which a guest runs, or 0 for memory of the host.
  public let machine: Int32

  /// Whether the code belongs to a kernel rather than to a program.
  public var isKernel: Bool {
    kind == .kernel || kind == .kernelModule || kind == .kernelCode
  }

  /// Whether the path is that of a file that may be opened.
  public var isFile: Bool { kind == .file || kind == .kernelModule && path.hasPrefix("/") }
}

extension MappedModule.Kind {
  /// The kind of memory that a program maps, from the name of the mapping.
  init(userPath path: String) {
    if path == "[vdso]" || path == "[vdso32]" || path == "[vdsox32]" || path == "[vectors]" {
      self = .vdso
    } else if path.hasPrefix("//anon") || path.hasPrefix("/dev/zero")
      || path.hasPrefix("/anon_hugepage") || path.hasPrefix("[anon:")
    {
      self = .anonymous
    } else if path.hasPrefix("/memfd:") {
      self = .memoryFile
    } else if path.hasPrefix("[heap") {
      self = .heap
    } else if path.hasPrefix("[stack") {
      self = .stack
    } else if path.hasPrefix("/SYSV") {
      self = .sharedMemory
    } else {
      self = path.hasPrefix("[") ? .special : .file
    }
  }

  /// The kind of memory of a kernel, from the name of the mapping.
  ///
  /// The kernel itself goes by `[kernel.kallsyms]` or `[guest.kernel.kallsyms]`,
  /// with the symbol behind the bracket, and with a process in it for a guest.
  init(kernelPath path: String) {
    self =
      path.hasPrefix("[kernel.") || path.hasPrefix("[guest.kernel.") ? .kernel : .kernelModule
  }
}
