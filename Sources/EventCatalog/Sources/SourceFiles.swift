internal import PerfEvent

/// The files of a source, read through the seam to the kernel.
struct SourceFiles: Sendable {
  /// More bytes than any event file has.
  ///
  /// What is read takes some thirty times as much memory.
  static let limit: Int = 1 << 24

  let kernel: any Kernel

  /// The bytes of a file.
  func read(_ path: String) throws(EventSourceError) -> [UInt8] {
    do {
      return try kernel.readFile(path, limit: Self.limit)
    } catch {
      let problem: EventSourceProblem =
        error == .fileTooLarge ? .tooLarge(limit: Self.limit) : .unreadable(error)
      throw EventSourceError(path: path, problem: problem)
    }
  }

  /// The names in a folder, sorted, without hidden ones.
  func list(_ path: String) throws(EventSourceError) -> [String] {
    do {
      return try kernel.listDirectory(path).filter { !$0.hasPrefix(".") }
    } catch {
      throw EventSourceError(path: path, problem: .unreadable(error))
    }
  }
}
