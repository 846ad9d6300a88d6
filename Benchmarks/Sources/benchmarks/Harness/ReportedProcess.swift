/// Work in a process of its own, which measures itself and so leaves its start out.
enum ReportedProcess {
  /// A contender whose process writes what the work cost to a file.
  ///
  /// - Parameters:
  ///   - name: What the table calls it.
  ///   - expected: What the work has to result in, nil if that differs between contenders.
  ///   - command: The command line, to which the path of the file is added. The process
  ///     writes elapsed and processor time in nanoseconds, and the result.
  /// - Returns: The contender.
  static func contender(
    _ name: String, expecting expected: Int? = nil, _ command: [String]
  ) -> Contender {
    Contender(name: name) {
      let file = try TemporaryFile()
      _ = try ChildProcess.run(command + [file.path])
      let numbers: [Double] = FileSystem.text(of: file.path)
        .split(whereSeparator: \.isWhitespace)
        .compactMap { Double($0) }
      guard numbers.count == 3 else {
        throw BenchmarkError("`\(command.joined(separator: " "))` reported nothing")
      }
      if let expected, numbers[2] != Double(expected) {
        throw BenchmarkError("\(name) results in \(numbers[2]) instead of \(expected)")
      }
      return Measurement(elapsed: numbers[0], processorTime: numbers[1])
    }
  }

  /// The report of this process about work that it did.
  static func report(_ measurement: Measurement, result: Int, to path: String) throws {
    let costs: [Double] = [measurement.elapsed ?? 0, measurement.processorTime ?? 0]
    try FileSystem.write("\(costs[0]) \(costs[1]) \(result)\n", to: path)
  }
}
