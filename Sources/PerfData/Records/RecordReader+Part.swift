extension RecordReader {
  /// The part of a recording in a directory that the last record came from.
  ///
  /// 0 is the main file, and n is the n-th of `data.0`, `data.1` and so on; it is
  /// 0 throughout for a recording in one file. ``Record/offset`` counts from the
  /// begin of the part.
  public var part: Int { source.part }
}
