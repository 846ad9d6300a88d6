package import PerfEvent
import Synchronization

extension ScriptedKernel {
  /// Lends memory of its own, unless a rule refuses it.
  package func map(
    _ descriptor: Int32, offset: Int, length: Int, access: MappingAccess
  ) throws(Errno) -> UnsafeMutableRawBufferPointer {
    try note(.map(descriptor, offset: offset, length: length, access), of: descriptor, "mapped")
    let memory = ScriptedMemory(descriptor: descriptor, length: length)
    let rules: [MapRule] = state.withLock { $0.mapRules }
    for rule in rules {
      if let error = rule(descriptor, memory, access) { throw error }
    }
    state.withLock { $0.memories[UInt(bitPattern: memory.bytes.baseAddress)] = memory }
    return memory.bytes
  }

  /// Takes memory back.
  package func unmap(_ memory: UnsafeMutableRawBufferPointer) {
    state.withLock { state in
      guard let owned = state.memories.removeValue(forKey: UInt(bitPattern: memory.baseAddress))
      else {
        state.misuses.append("memory was unmapped that is not mapped")
        return
      }
      state.calls.append(.unmap(owned.descriptor))
      if owned.bytes.count != memory.count {
        state.misuses.append("\(memory.count) of \(owned.bytes.count) mapped bytes were unmapped")
      }
    }
  }

  /// Gives a file's bytes.
  package func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    let found: Found = state.withLock { state in
      state.calls.append(.readFile(path))
      return Self.find(path, in: state)
    }
    switch found {
    case .file(let bytes):
      guard bytes.count <= limit else { throw .fileTooLarge }
      return bytes
    case .folder: throw .isDirectory
    case .error(let error): throw error
    }
  }

  /// Gives the names in a folder, which exists if anything is in it.
  package func listDirectory(_ path: String) throws(Errno) -> [String] {
    let found: Found = state.withLock { state in
      state.calls.append(.listDirectory(path))
      return Self.find(path, in: state)
    }
    switch found {
    case .file: throw .notDirectory
    case .folder(let names): return names
    case .error(let error): throw error
    }
  }

  private enum Found {
    case file([UInt8])
    case folder([String])
    case error(Errno)
  }

  private static func find(_ path: String, in state: State) -> Found {
    switch state.files[path] {
    case .bytes(let bytes): return .file(bytes)
    case .error(let error): return .error(error)
    case .folder, nil: break
    }
    let prefix: String = path.hasSuffix("/") ? path : path + "/"
    let names: Set<String> = Set(
      state.files.keys.lazy.filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) })
    if names.isEmpty && state.files[path] == nil { return .error(.noSuchFile) }
    return .folder(names.sorted())
  }
}
