/// The place to which a recording is written.
public enum WriterTarget: Hashable, Sendable {
  /// A file, which only its owner may read.
  ///
  /// A regular file of that name is removed first, so that a reader that has
  /// mapped it keeps its bytes: a recording can be rewritten under its own name.
  case path(String)
  /// An open descriptor, which stays open: a pipe, a socket or a file.
  ///
  /// The form with sections needs a regular file that is at its begin and not
  /// opened for appending.
  case descriptor(Int32)
  /// An array, which the writer hands out at the end.
  case memory
}
