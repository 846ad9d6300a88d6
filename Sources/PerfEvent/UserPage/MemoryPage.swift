internal import Glibc

/// The unit in which memory is mapped.
enum MemoryPage {
  /// The bytes of a page of this machine.
  static var size: Int {
    let size: Int = sysconf(Int32(_SC_PAGESIZE))
    return size > 0 ? size : 4096
  }
}
