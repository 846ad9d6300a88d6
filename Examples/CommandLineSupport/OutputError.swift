internal import Glibc

/// Standard output or a file that could not be written.
public enum OutputError: Error, CustomStringConvertible {
  /// The reader at the other end of the pipe has gone away.
  case closed
  /// The system call failed with this error number.
  case failed(path: String, errorNumber: Int32)

  /// One clause for the user.
  public var description: String {
    switch self {
    case .closed:
      return "the reader of the output has gone away"
    case .failed(let path, let number):
      guard let text = unsafe strerror(number) else { return "\(path): error \(number)" }
      return unsafe "\(path): \(String(cString: text))"
    }
  }
}
