internal import PerfEvent

/// The folder of tracefs in which each tracepoint has a folder with its number.
struct TracepointFolder {
  let kernel: any Kernel
  let root: String
  /// The systems, sorted.
  let systems: [String]

  /// Finds the first root whose events can be listed.
  init(
    kernel: any Kernel, roots: [String], position: Int
  ) throws(LocatedProblem) {
    var refusal: EventNameProblem?
    for root in roots {
      do {
        self.systems = try kernel.listDirectory(root + "/events").filter(RelativePath.isName)
        self.root = root
        self.kernel = kernel
        return
      } catch {
        // A root that exists but cannot be read says more than one that does not.
        if refusal == nil || error != .noSuchFile {
          refusal = .tracepointsUnavailable(path: root, error: error)
        }
      }
    }
    throw LocatedProblem(
      problem: refusal ?? .tracepointsUnavailable(path: "", error: .noSuchFile),
      position: position)
  }

  /// The names of a system's tracepoints, sorted.
  func names(of system: String) -> [String] {
    let listed: [String]? = try? kernel.listDirectory("\(root)/events/\(system)")
    return (listed ?? []).filter { $0 != "enable" && $0 != "filter" && RelativePath.isName($0) }
  }

  /// The number of a tracepoint, or nil if there is none of that name.
  func id(system: String, name: String, position: Int) throws(LocatedProblem) -> UInt64? {
    let path: String = "\(root)/events/\(system)/\(name)/id"
    guard let text = try read(path, position: position) else { return nil }
    guard let id = UInt64(text) else {
      throw LocatedProblem(problem: .malformedFile(path: path, text: text), position: position)
    }
    return id
  }

  /// The fields of a tracepoint, or nil if there is none of that name.
  func format(
    system: String, name: String, position: Int
  ) throws(LocatedProblem) -> TracepointFormat? {
    let path: String = "\(root)/events/\(system)/\(name)/format"
    guard let text = try read(path, position: position) else { return nil }
    guard let format = TracepointFormat(text) else {
      throw LocatedProblem(problem: .malformedFile(path: path, text: text), position: position)
    }
    return format
  }

  private func read(_ path: String, position: Int) throws(LocatedProblem) -> String? {
    do {
      return try kernel.readText(path)
    } catch {
      if error == .noSuchFile || error == .notDirectory { return nil }
      throw LocatedProblem(
        problem: .unreadableFile(path: path, error: error), position: position)
    }
  }
}
