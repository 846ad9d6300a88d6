/// The way in which the bytes of a file come into memory.
public enum FileAccess: Hashable, Sendable {
  /// The file is mapped: nothing is copied, and pages are read when they are needed.
  ///
  /// If somebody shortens the file meanwhile, touching a page behind its new end
  /// ends the program with the signal SIGBUS.
  case mapped
  /// The file is read into memory once, and what becomes of it later has no effect.
  case copied
}
