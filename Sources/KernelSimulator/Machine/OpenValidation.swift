/// Which events a driver counts when it is asked whether a group fits.
public enum OpenValidation: Hashable, Sendable {
  /// All members of the group.
  case allMembers
  /// The leader and the members that are not disabled, as on x86.
  case leaderAndEnabledMembers
  /// The members that are not disabled, the leader among them unless it starts with the
  /// next program, as on 64-bit Arm.
  case enabledMembers
  /// None: every group is accepted, as on RISC-V.
  case none
}
