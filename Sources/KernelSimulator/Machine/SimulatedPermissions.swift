/// What the calling user of a simulated machine may do.
public struct SimulatedPermissions: Hashable, Sendable {
  /// The setting perf_event_paranoid, -1 to 4.
  public var paranoid: Int = 2
  /// Whether the user has the capability to do all regardless of the setting.
  public var isPrivileged: Bool = true

  /// Creates permissions.
  ///
  /// - Parameters:
  ///   - paranoid: The setting perf_event_paranoid.
  ///   - isPrivileged: Whether the user may do all regardless of it.
  public init(paranoid: Int = 2, isPrivileged: Bool = true) {
    self.paranoid = paranoid
    self.isPrivileged = isPrivileged
  }
}
