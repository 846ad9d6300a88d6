internal import Glibc
internal import PerfEvent

extension RecordIndex {
  /// More bytes than an index has.
  private static let largestFile: Int = 1 << 25

  /// Reads the index of a recording from a side file.
  ///
  /// The file is trusted as little as any: it has to have the right checksum, to
  /// name the sizes, times of change and first bytes of the recording's files, and
  /// to describe places within them. The result is nothing when the file is
  /// missing, damaged, of another version, or belongs to another state of the
  /// recording.
  ///
  /// - Parameters:
  ///   - path: The path of the side file.
  ///   - file: The recording.
  public init?(sideFile path: String, of file: borrowing PerfDataFile) {
    var buffer = GrowingBuffer()
    do throws(Errno) {
      let descriptor = try SystemCalls.openFile(path)
      defer { _ = close(descriptor) }
      let isRegular = try SystemCalls.status(of: descriptor).st_mode & S_IFMT == S_IFREG
      guard isRegular else { return nil }
      try buffer.fill(from: descriptor, isRegular: true, upTo: Self.largestFile)
    } catch {
      return nil
    }
    self.init(parsing: buffer.span, of: file)
  }

  /// Writes the index to a side file, whole or not at all.
  ///
  /// It is written under another name and then takes the place of what was there,
  /// so that others may read and write the same side file meanwhile.
  ///
  /// - Parameter path: The path of the side file.
  /// - Throws: ``PerfDataError`` when it cannot be written.
  public func write(to path: String) throws(PerfDataError) {
    do throws(Errno) {
      let file = try ReplacementFile(path)
      // Whoever may read the recording may use its index.
      _ = fchmod(file.descriptor, 0o644)
      try unsafe SystemCalls.write(bytes.span.bytes, to: file.descriptor)
      try file.takeName()
    } catch {
      throw PerfDataError(
        .inaccessible, subject: path, offset: 0, systemError: error,
        detail: "the index cannot be written")
    }
  }
}

extension PerfDataFile {
  /// Reads the index from a side file, or finds it out and leaves it there.
  ///
  /// - Parameter path: The path of the side file. If it cannot be written, that is
  ///   of no consequence.
  /// - Returns: The index, as ``index()`` finds it.
  public borrowing func index(sideFile path: String) -> RecordIndex {
    if let index = RecordIndex(sideFile: path, of: self) { return index }
    let index = index()
    _ = try? index.write(to: path)
    return index
  }
}
