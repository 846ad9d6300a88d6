import CLibpfmOracle
import Glibc

@testable import EventCatalog

/// libpfm4 asked from C.
enum LibpfmOracle {
  /// The lines of a text that C allocates while nobody else is in the library.
  static func lines(
    _ make: @Sendable () -> UnsafeMutablePointer<CChar>?
  ) throws(LibpfmError) -> [Substring]? {
    let text: String? = try LibpfmLibrary.locked { (_) throws(LibpfmError) in
      guard let text = make() else { return nil }
      defer { free(text) }
      return String(cString: text)
    }
    return text?.parts("\n")
  }
}
