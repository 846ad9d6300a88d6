/// The way in which a command ended.
public enum CommandStatus: Hashable, Sendable {
  /// The command ended by itself, with a status from 0 to 255.
  case exited(Int32)
  /// A signal ended the command.
  case signaled(Int32)

  /// The status that shells report: 128 and the signal's number after a signal.
  public var shellStatus: Int32 {
    switch self {
    case .exited(let status): status
    case .signaled(let signal): 128 + signal
    }
  }
}
