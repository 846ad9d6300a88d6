internal import Glibc

/// A library that is used if the machine has it.
///
/// It stays loaded until the program ends, as its functions may be in use.
@safe
struct DynamicLibrary {
  private let handle: UnsafeMutableRawPointer

  /// Loads a library; nothing when the machine has none of that name.
  init?(_ name: String) {
    guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    unsafe self.handle = handle
  }

  /// Finds a function; nothing when the library lacks it.
  ///
  /// - Parameters:
  ///   - name: The name of the function.
  ///   - type: Its type, which must be the one that the library's header gives it.
  /// - Returns: The function.
  @unsafe
  func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    guard let address = unsafe dlsym(handle, name) else { return nil }
    return unsafe unsafeBitCast(address, to: type)
  }
}
