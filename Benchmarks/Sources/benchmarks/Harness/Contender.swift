import CPeers

/// One way of doing the work that a benchmark measures.
struct Contender {
  /// What the table calls it.
  let name: String
  /// Does the work once, at a size chosen beforehand, and says what it cost.
  let run: () throws -> Measurement

  /// A contender that runs as a process of its own.
  static func process(_ name: String, _ arguments: [String]) -> Contender {
    Contender(name: name) { try ChildProcess.run(arguments) }
  }

  /// A contender whose memory is watched while it runs as a process of its own.
  static func memory(_ name: String, _ arguments: [String]) -> Contender {
    Contender(name: name) { try ChildProcess.watchMemory(arguments) }
  }

  /// A contender that does long work once in this process.
  ///
  /// - Parameters:
  ///   - name: What the table calls it.
  ///   - expected: What the work has to result in, so that all do the same.
  ///   - cores: The CPUs that it may use; with several, only elapsed time counts.
  ///   - prepare: What is done each time beforehand.
  ///   - work: Does the work.
  /// - Returns: The contender.
  static func work<Result: Equatable>(
    _ name: String, expecting expected: Result, cores: Int32 = 1,
    prepare: @escaping () -> Void = {}, _ work: @escaping () throws -> Result
  ) -> Contender {
    Contender(name: name) {
      prepare()
      if cores > 1 { _ = peer_pin(cores) }
      defer { if cores > 1 { _ = peer_pin(1) } }
      let start: UInt64 = peer_now()
      let processorStart: UInt64 = peer_processor_time()
      let result: Result = try work()
      var measurement = Measurement(elapsed: Double(peer_now() - start))
      if cores == 1 {
        measurement.processorTime = Double(peer_processor_time() - processorStart)
      }
      guard result == expected else {
        throw BenchmarkError("\(name) results in \(result) instead of \(expected)")
      }
      return measurement
    }
  }

  /// The same with its times divided, for units of work that are not whole runs.
  func divided(by count: Double) -> Contender {
    Contender(name: name) {
      let whole: Measurement = try run()
      return Measurement(
        elapsed: whole.elapsed.map { $0 / count },
        processorTime: whole.processorTime.map { $0 / count })
    }
  }

  /// A contender that repeats a short operation in this process.
  ///
  /// The number of repetitions is chosen so that a run takes about 10 ms: long
  /// against the clock's own cost, short against what else happens on the machine.
  ///
  /// - Parameters:
  ///   - name: What the table calls it.
  ///   - operation: Repeats the operation so many times.
  /// - Returns: The contender.
  static func loop(
    _ name: String, operation: @escaping (_ times: Int) throws -> Void
  ) -> Contender {
    func time(_ times: Int) throws -> Double {
      let start: UInt64 = peer_now()
      try operation(times)
      return Double(peer_now() - start)
    }
    var times = 64
    return Contender(name: name) {
      var duration: Double = try time(times)
      while duration < 5e6 {
        times *= 2
        duration = try time(times)
      }
      return Measurement(elapsed: duration / Double(times))
    }
  }
}
