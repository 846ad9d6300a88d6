/// Writes the seeds of a fuzz target, or one example of a perf.data file.
import Glibc
import Recordings

/// Ends the program with one sentence.
func fail(_ sentence: String, status: Int32) -> Never {
  _ = (sentence + "\n").withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
  exit(status)
}

/// Writes bytes to a new file.
func save(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
    fclose(file) == 0
  else { fail("error: \(path) cannot be written: \(String(cString: strerror(errno))).", status: 1) }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("seeds", 3):
  guard let seeds = Seeds.of(target: arguments[1]) else {
    fail("error: there are no seeds for \(arguments[1]).", status: 1)
  }
  for (name, bytes) in seeds { save(bytes, to: "\(arguments[2])/\(name)") }
case ("example", 2):
  save(Recording.example(samples: 1000).file, to: arguments[1])
default:
  fail("usage: make-recordings seeds TARGET FOLDER | example FILE", status: 2)
}
