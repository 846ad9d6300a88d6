import PerfData
import PerfEvent
import Testing

/// The code of the article "Writing an analyzer", compiled and run.
@Suite("The article about analyzers")
struct AnalyzerArticleTests {
  struct Place: Hashable {
    let command: String
    let module: String
  }

  private func withFile(_ body: (borrowing PerfDataFile) throws -> Void) throws {
    try body(PerfDataFile(bytes: CountSamplesTests.recording().file()))
  }

  @Test("Walk over the samples")
  func walk() throws {
    func count(_ file: borrowing PerfDataFile) throws -> Int {
      var samples = 0
      var records = file.records(in: .time)
      while let record = try records.next() {
        if record.sample != nil { samples += 1 }
      }
      return samples
    }
    try withFile { file in
      let samples = try count(file)
      #expect(samples == 4)
    }
  }

  @Test("Know who ran")
  func names() throws {
    func count(_ file: borrowing PerfDataFile) throws -> [String: Int] {
      var samples: [String: Int] = [:]
      var state = RecordingState(file, history: .latest)
      var records = file.records(in: .time)
      while let record = try records.next() {
        state.apply(record)
        guard let sample = record.sample else { continue }
        let number = sample.thread.map { ":\($0.thread)" } ?? "[unknown]"
        samples[state.processes.name(of: sample) ?? number, default: 0] += 1
      }
      return samples
    }
    try withFile { file in
      let samples = try count(file)
      #expect(samples == ["ba\u{1b}sh": 3, ":8": 1])
    }
  }

  @Test("Know where it ran, survive damage, and print")
  func places() throws {
    try withFile { file in
      var samples: [Place: Int] = [:]
      var state = RecordingState(file, history: .latest)
      var records = file.records(in: .time, atDamage: .skip)
      do throws(PerfDataError) {
        while let record = try records.next() {
          state.apply(record)
          guard let sample = record.sample else { continue }
          let number = sample.thread.map { ":\($0.thread)" } ?? "[unknown]"
          let location = state.processes.location(of: sample)
          let place = Place(
            command: state.processes.name(of: sample) ?? number,
            module: location.flatMap { state.processes.module(of: $0)?.path } ?? "[unknown]")
          samples[place, default: 0] += 1
        }
      } catch {
        state.note(error)
      }
      state.note(records.gaps)

      var lines: [String] = []
      let total = Double(samples.values.reduce(0, +))
      for (place, count) in samples.sorted(by: { $0.value > $1.value }).prefix(20) {
        let share = (1000 * Double(count) / total).rounded() / 10
        lines.append("\(share) % \(count) \(place.command) \(place.module)")
      }
      #expect(lines == ["75.0 % 3 ba\u{1b}sh /bin/bash", "25.0 % 1 :8 [unknown]"])
      #expect(state.quality.concerns.map(\.subject) == [.noCPU, .noBuildIDs])
    }
  }
}
