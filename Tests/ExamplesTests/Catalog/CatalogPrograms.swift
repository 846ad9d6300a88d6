import Foundation
import Testing

/// The three programs about events, run with made-up files.
enum CatalogPrograms {
  static let names: [String] = ["list-events", "explain-event", "name-event"]

  /// An operand that every machine with the made-up files can answer.
  static func operand(of program: String) -> String {
    program == "name-event" ? "r3c" : "CPU_CLK_UNHALTED.THREAD_P"
  }

  /// A program that knows no files but those that its arguments name.
  static func program(_ name: String, sources: String = "") -> Program {
    Program(name: name, environment: ["PERF_EVENTS_SOURCES": sources])
  }
}

extension Program.Outcome {
  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The first word of each line.
  var firstWords: [String] {
    lines.compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  /// The objects that stand one per line on standard output.
  func objects() throws -> [[String: Any]] {
    try lines.map { line in
      let json: Any = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(json as? [String: Any])
    }
  }

  /// Whether nothing but text and line feeds went out.
  var isHarmless: Bool {
    (output + errors).unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar.properties.generalCategory != .control
    }
  }
}

/// The members of an object, sorted.
func members(_ object: Any?) -> [String] {
  ((object as? [String: Any])?.keys).map { $0.sorted() } ?? []
}
