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

  /// The wall-clock seconds of each run, to the nanosecond.
  var seconds: [Double] {
    outcome.runs.map { run in
      let (seconds, attoseconds) = run.wallTime.components
      return Double(seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / 1e9
    }
  }

  /// What was counted, in words.
  var subject: String {
    switch request.target {
    case nil: "'\(commandText)'"
    case let target?:
      Self.words(for: target) + (request.hasCommand ? " during '\(commandText)'" : "")
    }
  }

  /// The target in words.
  static func words(for target: Target) -> String {
    switch target {
    case .thisThread: "this thread"
    case .process(let process): "process \(process)"
    case .thread(let thread): "thread \(thread)"
    case .cpus(let cpus):
      (cpus.count == 1 ? "CPU " : "CPUs ") + cpus.map { "\($0)" }.joined(separator: ",")
    case .wholeMachine: "the whole machine"
    }
  }

  /// The command as one short line without control characters.
  private var commandText: String {
    let text: String = request.command.joined(separator: " ")
    let shown: [Character] = text.prefix(120).map { $0.isControl ? "?" : $0 }
    return String(shown) + (text.count > 120 ? "…" : "")
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) }
  }
}
