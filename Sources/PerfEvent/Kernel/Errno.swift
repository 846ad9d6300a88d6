internal import Glibc

/// The number with which a system call says why it failed.
///
/// The corresponding C name is `errno`.
public struct Errno: Error, RawRepresentable, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: Int32

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }
}

extension Errno {
  /// The operation is not permitted.
  ///
  /// The corresponding C constant is `EPERM`.
  public static var notPermitted: Self { Self(rawValue: EPERM) }

  /// There is no such file, or no such event.
  ///
  /// The corresponding C constant is `ENOENT`.
  public static var noSuchFile: Self { Self(rawValue: ENOENT) }

  /// There is no such process or thread.
  ///
  /// The corresponding C constant is `ESRCH`.
  public static var noSuchProcess: Self { Self(rawValue: ESRCH) }

  /// A signal interrupted the call.
  ///
  /// The corresponding C constant is `EINTR`.
  public static var interrupted: Self { Self(rawValue: EINTR) }

  /// An input or output failed.
  ///
  /// The corresponding C constant is `EIO`.
  public static var inputOutput: Self { Self(rawValue: EIO) }

  /// An argument is larger than the kernel knows.
  ///
  /// The corresponding C constant is `E2BIG`.
  public static var tooBig: Self { Self(rawValue: E2BIG) }

  /// The descriptor is not valid.
  ///
  /// The corresponding C constant is `EBADF`.
  public static var badDescriptor: Self { Self(rawValue: EBADF) }

  /// There is no such child, or a child's group differs.
  ///
  /// The corresponding C constant is `ECHILD`.
  public static var noChild: Self { Self(rawValue: ECHILD) }

  /// Nothing can be had without waiting.
  ///
  /// The corresponding C constant is `EAGAIN`.
  public static var wouldBlock: Self { Self(rawValue: EAGAIN) }

  /// There is not enough memory.
  ///
  /// The corresponding C constant is `ENOMEM`.
  public static var outOfMemory: Self { Self(rawValue: ENOMEM) }

  /// Access is denied.
  ///
  /// The corresponding C constant is `EACCES`.
  public static var accessDenied: Self { Self(rawValue: EACCES) }

  /// An address is not valid.
  ///
  /// The corresponding C constant is `EFAULT`.
  public static var badAddress: Self { Self(rawValue: EFAULT) }

  /// The device is in use.
  ///
  /// The corresponding C constant is `EBUSY`.
  public static var busy: Self { Self(rawValue: EBUSY) }

  /// There is no such device or address, or the file is a socket.
  ///
  /// The corresponding C constant is `ENXIO`.
  public static var noDeviceOrAddress: Self { Self(rawValue: ENXIO) }

  /// There is no such device.
  ///
  /// The corresponding C constant is `ENODEV`.
  public static var noDevice: Self { Self(rawValue: ENODEV) }

  /// The path is not a folder.
  ///
  /// The corresponding C constant is `ENOTDIR`.
  public static var notDirectory: Self { Self(rawValue: ENOTDIR) }

  /// The path is a folder.
  ///
  /// The corresponding C constant is `EISDIR`.
  public static var isDirectory: Self { Self(rawValue: EISDIR) }

  /// An argument is not valid.
  ///
  /// The corresponding C constant is `EINVAL`.
  public static var invalidArgument: Self { Self(rawValue: EINVAL) }

  /// The whole system has too many files open.
  ///
  /// The corresponding C constant is `ENFILE`.
  public static var systemFileTableFull: Self { Self(rawValue: ENFILE) }

  /// The process has too many files open.
  ///
  /// The corresponding C constant is `EMFILE`.
  public static var tooManyOpenFiles: Self { Self(rawValue: EMFILE) }

  /// The file is too large.
  ///
  /// The corresponding C constant is `EFBIG`.
  public static var fileTooLarge: Self { Self(rawValue: EFBIG) }

  /// The file is a pipe or a device, in which there are no places.
  ///
  /// The corresponding C constant is `ESPIPE`.
  public static var illegalSeek: Self { Self(rawValue: ESPIPE) }

  /// There are too many symbolic links, or links in a loop.
  ///
  /// The corresponding C constant is `ELOOP`.
  public static var tooManyLinks: Self { Self(rawValue: ELOOP) }

  /// There is no room, or no free breakpoint.
  ///
  /// The corresponding C constant is `ENOSPC`.
  public static var noSpace: Self { Self(rawValue: ENOSPC) }

  /// The result is out of range.
  ///
  /// The corresponding C constant is `ERANGE`.
  public static var outOfRange: Self { Self(rawValue: ERANGE) }

  /// The kernel does not have the call.
  ///
  /// The corresponding C constant is `ENOSYS`.
  public static var notImplemented: Self { Self(rawValue: ENOSYS) }

  /// The value is too large.
  ///
  /// The corresponding C constant is `EOVERFLOW`.
  public static var overflow: Self { Self(rawValue: EOVERFLOW) }

  /// The operation is not supported.
  ///
  /// The corresponding C constant is `EOPNOTSUPP`.
  public static var notSupported: Self { Self(rawValue: EOPNOTSUPP) }
}

extension Errno: CustomStringConvertible {
  /// The system's words for the error, with its C name or else its number.
  public var description: String {
    let name: String = cName ?? "errno \(rawValue)"
    guard let words = unsafe strerror(rawValue) else { return name }
    return unsafe "\(String(cString: words)) (\(name))"
  }

  private var cName: String? {
    switch self {
    case .notPermitted: "EPERM"
    case .noSuchFile: "ENOENT"
    case .noSuchProcess: "ESRCH"
    case .interrupted: "EINTR"
    case .inputOutput: "EIO"
    case .tooBig: "E2BIG"
    case .badDescriptor: "EBADF"
    case .noChild: "ECHILD"
    case .wouldBlock: "EAGAIN"
    case .outOfMemory: "ENOMEM"
    case .accessDenied: "EACCES"
    case .badAddress: "EFAULT"
    case .busy: "EBUSY"
    case .noDeviceOrAddress: "ENXIO"
    case .noDevice: "ENODEV"
    case .notDirectory: "ENOTDIR"
    case .isDirectory: "EISDIR"
    case .invalidArgument: "EINVAL"
    case .systemFileTableFull: "ENFILE"
    case .tooManyOpenFiles: "EMFILE"
    case .fileTooLarge: "EFBIG"
    case .illegalSeek: "ESPIPE"
    case .tooManyLinks: "ELOOP"
    case .noSpace: "ENOSPC"
    case .outOfRange: "ERANGE"
    case .notImplemented: "ENOSYS"
    case .overflow: "EOVERFLOW"
    case .notSupported: "EOPNOTSUPP"
    default: nil
    }
  }
}
