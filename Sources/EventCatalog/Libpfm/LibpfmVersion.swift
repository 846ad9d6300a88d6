internal import CLibpfm
internal import Glibc

/// The version of the library that runs.
enum LibpfmVersion {
  /// The version as text.
  ///
  /// The library says `4.0` of all its versions, so that the name of its file, such as
  /// `libpfm.so.4.13.0`, is the only one that tells; a library that is part of the
  /// program has no such name.
  static var current: String {
    if let name = fileName, let version = version(ofFile: name) { return version }
    let number: Int32 = pfm_get_version()
    return "\(number >> 16).\(number & 0xffff)"
  }

  /// What follows `.so.` in a file's name, if that is a version with a dot.
  static func version(ofFile path: String) -> String? {
    let parts: [Substring] =
      path.split(separator: "/").last?.split(
        separator: ".", omittingEmptySubsequences: false) ?? []
    guard let mark = parts.lastIndex(of: "so") else { return nil }
    let numbers = parts[(mark + 1)...]
    guard numbers.count > 1, numbers.allSatisfy({ UInt32($0) != nil }) else { return nil }
    return numbers.joined(separator: ".")
  }

  /// The file that the library was loaded from, behind all links.
  private static var fileName: String? {
    guard let address = unsafe dlsym(nil, "pfm_get_version") else { return nil }
    var symbol = unsafe cpfm_symbol()
    guard unsafe cpfm_find_symbol(address, &symbol) != 0, let name = unsafe symbol.file,
      let path = unsafe realpath(name, nil)
    else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
