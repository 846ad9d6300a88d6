import Glibc

/// The recordings to read: made up, or recorded on this machine.
struct Inputs {
  /// The least size of a recording in MiB; of a packed one, the size unpacked.
  var megabytes: Int = 100
  /// Whether perf is to record this machine.
  ///
  /// Otherwise the recordings are made up, so that they are the same everywhere.
  var areRecorded: Bool = false

  /// The same recordings at a fraction of the size, for peers that are slow.
  func divided(by number: Int) -> Inputs {
    Inputs(megabytes: max(1, megabytes / number), areRecorded: areRecorded)
  }

  /// Makes a recording unless it is there.
  ///
  /// - Parameter kind: The kind of recording.
  /// - Returns: The path of the file, below `.build`.
  /// - Throws: An error if it cannot be made or perf may not record it.
  func path(of kind: RecordingKind) throws(BenchmarkError) -> String {
    let folder: String = try FileSystem.cacheFolder()
    let origin: String = areRecorded ? "recorded" : "made"
    let path = "\(folder)/\(kind.rawValue)-\(origin)-\(megabytes).data"
    if FileSystem.exists(path) { return path }
    note("    making \(path)")
    let draft = "\(path).draft"
    if areRecorded {
      try record(kind, to: draft)
    } else {
      try Worker.makeRecording.run([kind.rawValue, "\(megabytes)", draft])
    }
    guard rename(draft, path) == 0 else { throw FileSystem.failure("written", path) }
    return path
  }

  /// Records processes that start, sort, call the kernel and end, on all CPUs.
  private func record(_ kind: RecordingKind, to path: String) throws(BenchmarkError) {
    guard let perf = PerfTool.path else { throw BenchmarkError(PerfTool.whyMissing) }
    let load = "while :; do seq 20000 | sort -R | sort -n | tail -n 1; ls -R /usr/share; done"
    // The size of a packed recording counts as it is written.
    let size: Int = kind == .packed ? max(1, megabytes / 8) : megabytes
    let command: [String] =
      [perf, "record", "-q", "--max-size=\(size)M", "-o", path] + kind.recordOptions
      + ["--", "sh", "-c", "timeout 120 sh -c '\(load)'; true"]
    // At the size perf ends the load and then itself by the same signal.
    _ = try ChildProcess.run(["sh", "-c", "\"$@\"; true", "sh"] + command)
    guard FileSystem.exists(path) else {
      throw BenchmarkError("`\(command.joined(separator: " "))` recorded nothing")
    }
  }
}
