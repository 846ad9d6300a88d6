internal import PerfEvent

/// The files of a source, read through the seam to the kernel.
struct SourceFiles: Sendable {
  /// More bytes than any event file has.
  ///
  /// What is read takes some thirty times as much memory.
  static let limit: Int = 1 << 24

  /// More bytes than the files of a table have together.
  static let tableLimit: Int = 1 << 27

  let kernel: any Kernel

  /// The bytes of a file.
  func read(_ path: String) throws(EventSourceError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try kernel.readFile(path, limit: Self.limit)
    } catch {
      let problem: EventSourceProblem =
        error == .fileTooLarge ? .tooLarge(limit: Self.limit) : .unreadable(error)
      throw EventSourceError(path: path, problem: problem)
    }
    // Editors of other systems write this mark; nothing could be found in such a file.
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      throw EventSourceError(
        path: path, place: .offset(0), problem: .malformed(expected: "UTF-8 instead of UTF-16"))
    }
    return bytes
  }

  /// The bytes of a file of a table.
  ///
  /// The budget is how many bytes the further files of the table may have; none once a
  /// file had more.
  func read(_ path: String, within budget: inout Int) throws(EventSourceError) -> [UInt8] {
    let bytes: [UInt8] = budget > 0 ? try read(path) : []
    guard budget > 0, bytes.count <= budget else {
      budget = 0
      throw EventSourceError(path: path, problem: .tooMuchTogether(limit: Self.tableLimit))
    }
    budget -= bytes.count
    return bytes
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
