/// The place to which a recording is written.
public enum WriterTarget: Hashable, Sendable {
  /// A file, which only its owner may read, and which readers can follow.
  ///
  /// A regular file of that name is removed first, so that a reader that has
  /// mapped it keeps its bytes.
  case path(String)
  /// A file, which only its owner may read, that gets its name when it is finished.
  ///
  /// Until then a file of that name stays as it is, and for good when the writer is
  /// not finished: so a recording can be rewritten under its own name. Where the path
  /// is a symbolic link, the file that it points at is replaced. What is no regular
  /// file, such as a named pipe, is written to at once.
  case replacement(String)
  /// An open descriptor, which stays open: a pipe, a socket or a file.
  ///
  /// The form with sections needs a regular file that is at its begin and not
  /// opened for appending.
  case descriptor(Int32)
  /// An array, which the writer hands out at the end.
  case memory
}
