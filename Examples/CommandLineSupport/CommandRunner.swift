internal import Glibc

extension CommandDeclaration {
  /// Runs a command from the process's arguments and ends the process.
  ///
  /// The body's result is the exit status. A ``UsageError`` gives status 2, any
  /// other error status 1, each with one line on standard error. `--help` prints
  /// the help. A reader that goes away ends the process quietly.
  public func run(_ body: (ParsedArguments, inout Output) throws -> Int32) -> Never {
    var output = Output.standard()
    do {
      let arguments = try parse(Array(CommandLine.arguments.dropFirst()))
      if arguments.has("help") {
        try output.write(help)
        try output.flush()
        exit(0)
      }
      let status = try body(arguments, &output)
      try output.flush()
      exit(status)
    } catch {
      exit(report(error, &output))
    }
  }

  private func report(_ error: any Error, _ output: inout Output) -> Int32 {
    if case .closed? = error as? OutputError { return 128 + SIGPIPE }
    if error is UsageError {
      printToStandardError("\(name): \(visible("\(error)"))\nTry '\(name) --help' for more.\n")
      return 2
    }
    // What was found before the error is worth having, and stands before the
    // message when both go to one terminal.
    if !(error is OutputError) { try? output.flush() }
    printToStandardError("\(name): \(visible("\(error)"))\n")
    return 1
  }
}

/// Writes text to standard error at once.
public func printToStandardError(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let (count, number) = unsafe bytes.withUnsafeBytes { buffer in
      let count = unsafe write(STDERR_FILENO, buffer.baseAddress, buffer.count)
      let number = errno
      return (count, number)
    }
    if count < 0 && number == EINTR { continue }
    if count <= 0 { return }
    bytes = bytes.dropFirst(count)
  }
}
