/// What a mapping of an event allows.
public enum MappingAccess: Hashable, Sendable {
  /// The kernel overwrites what was not read in time.
  case readOnly
  /// The reader's position is written back, and the kernel drops what has no room.
  case readWrite
}
