/// Where and how a recording was made, as far as its header tells.
public struct RecordingOrigin: Hashable, Sendable {
  /// The name of the machine.
  public internal(set) var hostname: String?
  /// The release of the kernel.
  public internal(set) var osRelease: String?
  /// The version of the recorder.
  public internal(set) var perfVersion: String?
  /// The architecture of the machine.
  public internal(set) var architecture: String?
  /// The name of the CPU.
  public internal(set) var cpuDescription: String?
  /// The identification of the CPU.
  public internal(set) var cpuID: String?
  /// The size of the memory in kilobytes of 1024 bytes.
  public internal(set) var totalMemoryKilobytes: UInt64?
  /// The command line of the recorder; newer ones write only their own path.
  public internal(set) var commandLine: [String]?
}

extension RecordingOrigin {
  /// Nothing is known.
  public static let none: RecordingOrigin = RecordingOrigin()
}
