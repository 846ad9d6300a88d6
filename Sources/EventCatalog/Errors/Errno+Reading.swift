internal import PerfEvent

extension Errno {
  /// Why a file or folder cannot be read, as what follows its path in a sentence.
  var readingProblem: String {
    switch self {
    case .isDirectory: "is a folder, where a file is expected"
    case .notDirectory: "is no folder, or is said to lie in what is none"
    case .illegalSeek, .noDeviceOrAddress:
      "is a pipe, a socket or a device, where a file is expected"
    case .tooManyLinks: "cannot be read, since its symbolic links lead in a loop"
    default: "cannot be read: \(self)"
    }
  }
}
