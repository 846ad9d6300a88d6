/// The build identifier of a file that samples hit.
public struct BuildID: Hashable, Sendable {
  /// The bytes that identify the contents.
  public let bytes: [UInt8]
  /// The path of the file, or a name in brackets.
  public let path: String
  /// The process of a guest, or -1.
  public let process: Int32
  /// The flags of the entry: whether the size is told, and the mode.
  public let flags: RecordFlags

  /// Whether the file belongs to the kernel or to programs.
  public var cpuMode: CPUMode { flags.cpuMode }

  /// Creates a value that tells its size.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that identify the contents.
  ///   - path: The path of the file, or a name in brackets.
  ///   - process: The process of a guest, or -1.
  ///   - cpuMode: Whether the file belongs to the kernel or to programs.
  public init(bytes: [UInt8], path: String, process: Int32, cpuMode: CPUMode) {
    let mode = RecordFlags(rawValue: UInt16(cpuMode.rawValue & 7))
    self.init(bytes: bytes, path: path, process: process, flags: [.buildIDSize, mode])
  }

  init(bytes: [UInt8], path: String, process: Int32, flags: RecordFlags) {
    self.bytes = bytes
    self.path = path
    self.process = process
    self.flags = flags
  }

  /// The bytes as hexadecimal digits.
  public var hexadecimal: String {
    var text = ""
    for byte in bytes {
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }
}
