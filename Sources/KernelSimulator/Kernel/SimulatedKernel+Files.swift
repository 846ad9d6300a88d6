public import PerfEvent
internal import Synchronization

extension SimulatedKernel {
  /// Reads a file of the machine's `/sys` or `/proc`.
  ///
  /// - Parameters:
  ///   - path: The absolute path.
  ///   - limit: The largest number of bytes to read.
  /// - Returns: The file's bytes.
  /// - Throws: The error of open(2); ``/PerfEvent/Errno/fileTooLarge`` beyond the limit.
  public func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.readFile)
      guard let bytes = state.files[path] else { throw .noSuchFile }
      guard bytes.count <= limit else { throw .fileTooLarge }
      return bytes
    }
  }

  /// Lists a folder of the machine's `/sys` or `/proc`.
  ///
  /// The tasks of a process are those that have not ended.
  ///
  /// - Parameter path: The absolute path.
  /// - Returns: The names in it, sorted.
  /// - Throws: The error of opendir(3).
  public func listDirectory(_ path: String) throws(Errno) -> [String] {
    try state.withLock { (state) throws(Errno) in
      try state.begin(.listDirectory)
      if let tasks = state.tasks(listedBy: path) { return tasks.sorted() }
      let prefix: String = path.hasSuffix("/") ? path : path + "/"
      var names: Set<String> = []
      for file in state.files.keys where file.hasPrefix(prefix) {
        if let name = file.dropFirst(prefix.count).split(separator: "/").first {
          names.insert(String(name))
        }
      }
      guard !names.isEmpty else { throw .noSuchFile }
      return names.sorted()
    }
  }

  /// Adds a file to the machine, or replaces one.
  ///
  /// - Parameters:
  ///   - path: The absolute path.
  ///   - text: What is in it.
  public func addFile(_ path: String, _ text: String) {
    state.withLock { $0.files[path] = Array(text.utf8) }
  }

  /// The size in bytes of the attributes that the kernel knows.
  public var attributeSize: UInt32? { machine.attributeSize }

  /// The limits on open descriptors.
  public var descriptorLimit: DescriptorLimit? { machine.descriptorLimit }
}

extension SimulatedKernel.State {
  /// The tasks of a process, if that is what a path lists.
  fileprivate func tasks(listedBy path: String) -> [String]? {
    let parts: [Substring] = path.split(separator: "/")
    guard parts.count == 3, parts[0] == "proc", parts[2] == "task" else { return nil }
    let process: Int32? = parts[1] == "self" ? scheduler.tasks[caller].process : Int32(parts[1])
    let found: [String] = scheduler.tasks.filter { $0.process == process && !$0.hasEnded }
      .map { String($0.id) }
    return found.isEmpty ? nil : found
  }
}
