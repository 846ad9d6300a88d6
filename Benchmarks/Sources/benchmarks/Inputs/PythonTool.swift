/// Python, with which much of such work is done elsewhere.
enum PythonTool {
  /// Whether there is a Python.
  static let isThere: Bool = (try? ChildProcess.run(["python3", "--version"])) != nil

  /// Why peers are left out where there is none.
  static let whyMissing = "no python3 runs here"

  /// A contender in Python, whose start and whose preparation do not count.
  ///
  /// - Parameters:
  ///   - name: What the table calls it.
  ///   - expected: What the work has to result in, nil if that differs.
  ///   - prepare: Statements to run beforehand; `arguments` has the further arguments.
  ///   - work: Statements that are measured and set `result` to a number.
  ///   - arguments: Further arguments.
  /// - Returns: The contender.
  static func contender(
    _ name: String, expecting expected: Int? = nil, prepare: String, work: String,
    _ arguments: [String]
  ) -> Contender {
    let indented: String = work.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let script = """
      import glob, json, os, sys, time
      arguments = sys.argv[1:-1]
      \(prepare)
      def work():
      \(indented)
        return result
      elapsed, processor = time.perf_counter_ns(), time.process_time_ns()
      result = work()
      elapsed = time.perf_counter_ns() - elapsed
      processor = time.process_time_ns() - processor
      open(sys.argv[-1], "w").write(f"{elapsed} {processor} {result}")
      """
    return ReportedProcess.contender(
      name, expecting: expected, ["python3", "-c", script] + arguments)
  }
}
