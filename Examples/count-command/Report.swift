import CommandLineSupport
import Counting
import Stats

/// The outcome in the form that was asked for.
struct Report {
  let outcome: Outcome
  let request: Request
  let events: [Series]
  /// Default events that the machine cannot count, by reason.
  let leftOut: [(reason: String, names: [String])]

  init(_ outcome: Outcome, of request: Request) {
    self.outcome = outcome
    self.request = request
    var events: [Series] = []
    var leftOut: [(reason: String, names: [String])] = []
    for (place, first) in (outcome.runs.first?.counts ?? Counts([])).enumerated() {
      if case .notSupported(let error) = first.count, request.events == nil {
        let reason = "\(error)"
        if let known = leftOut.firstIndex(where: { $0.reason == reason }) {
          leftOut[known].names.append(first.name)
        } else {
          leftOut.append((reason, [first.name]))
        }
      } else {
        events.append(Series(outcome.runs.map { $0.counts[place] }))
      }
    }
    self.events = events
    self.leftOut = leftOut
  }

  func write(to output: inout Output) throws {
    guard !outcome.runs.isEmpty else { return }
    switch request.form {
    case .text: try output.write(text)
    case .json: try output.write(bytes: json)
    case .csv: try output.write(csv)
    }
  }

  /// The wall-clock seconds of each run.
  var seconds: [Double] {
    outcome.runs.map { run in
      Double(run.wallTime.components.seconds)
        + Double(run.wallTime.components.attoseconds) * 1e-18
    }
  }

  /// What was counted, in words.
  var subject: String {
    if request.hasCommand { return "'\(request.command.joined(separator: " "))'" }
    return switch request.target {
    case .process(let process): "process \(process)"
    case .thread(let thread): "thread \(thread)"
    case .cpus(let cpus): "CPUs \(cpus.map { "\($0)" }.joined(separator: ","))"
    default: "the whole machine"
    }
  }
}
