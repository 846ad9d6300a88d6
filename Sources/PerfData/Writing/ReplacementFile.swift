internal import Glibc
internal import PerfEvent

/// A file that takes its name, and the place of what had it, only when it is whole.
@safe
final class ReplacementFile {
  let descriptor: Int32
  private let path: String
  /// The name until then, on file systems that know no files without a name.
  private var draft: [CChar]?

  /// Makes a file in the folder of the one that it will replace.
  init(_ path: String) throws(Errno) {
    guard !path.isEmpty else { throw Errno(rawValue: ENOENT) }
    // A symbolic link stays, and what it points at is replaced.
    let resolved = SystemCalls.resolved(path) ?? path
    self.path = resolved
    let folder = resolved.lastIndex(of: "/").map { String(resolved[...$0]) } ?? "."
    if let descriptor = SystemCalls.openUnnamed(in: folder) {
      self.descriptor = descriptor
      return
    }
    let (descriptor, name) = try SystemCalls.openDraft(resolved)
    self.descriptor = descriptor
    draft = name
  }

  deinit {
    _ = close(descriptor)
    if let draft { _ = unsafe unlink(draft) }
  }

  /// Gives the file its name.
  func takeName() throws(Errno) {
    if draft == nil { draft = try SystemCalls.name(descriptor, near: path) }
    guard let draft else { return }
    let renamed = unsafe path.withCString { name in
      SystemCalls.attempt({ unsafe rename(draft, name) }, failed: { $0 != 0 })
    }
    _ = try renamed.get()
    self.draft = nil
  }
}
