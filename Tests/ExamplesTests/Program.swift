import Foundation

/// A program of this package, run as a user runs it.
struct Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  let name: String
  /// What stands in front of the program, such as a restriction and its options.
  var prefix: [String] = []
  /// Variables of the environment besides those of the tests themselves.
  var environment: [String: String] = [:]

  /// The folder in which the package manager puts programs and tests.
  static let folder: String = {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(fileURLWithPath: program ?? CommandLine.arguments[0])
      .deletingLastPathComponent().path
  }()

  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  func callAsFunction(_ arguments: String...) throws -> Outcome {
    try run(arguments)
  }

  /// Runs the program to its end; a signal that ends it adds 1000 to the status.
  func run(
    _ arguments: [String], input: String = "", interruptAfter: Double? = nil
  ) throws -> Outcome {
    let process = Process()
    let command: [String] = prefix + [Self.path(name)] + arguments
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    // Files instead of pipes: no output is too long for them.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["in", "out", "err"].map { (name: String) throws -> FileHandle in
      let file: URL = folder.appendingPathComponent(name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return try FileHandle(forUpdating: file)
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    if let interruptAfter {
      Thread.sleep(forTimeInterval: interruptAfter)
      process.interrupt()
    }
    process.waitUntilExit()
    let text: (Int) -> String = { index in
      try? files[index].seek(toOffset: 0)
      return String(decoding: (try? files[index].readToEnd()) ?? Data(), as: UTF8.self)
    }
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 1000 : 0
    return Outcome(
      status: process.terminationStatus + signal, output: text(1), errors: text(2))
  }
}
