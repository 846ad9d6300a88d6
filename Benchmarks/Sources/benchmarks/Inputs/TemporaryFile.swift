import Glibc

/// A place for a file, in memory where there is a folder for that; it is removed
/// with the value.
final class TemporaryFile {
  let path: String

  init() throws(BenchmarkError) {
    let isShared: Bool = access("/dev/shm", W_OK) == 0
    let folder: String = isShared ? "/dev/shm" : try FileSystem.cacheFolder()
    path = "\(folder)/benchmark-\(getpid()).data"
  }

  deinit { remove() }

  /// Removes the file if it is there.
  func remove() { FileSystem.remove(path) }
}
