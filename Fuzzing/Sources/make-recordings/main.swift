/// Writes perf.data files: the seeds of the fuzz targets, or one example.
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

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first) {
case ("seeds", let folder?):
  for (name, recording) in Recording.seeds {
    save(recording.file, to: "\(folder)/\(name).data")
  }
case ("example", let path?):
  save(Recording.example(samples: 1000).file, to: path)
default:
  fail("usage: make-recordings seeds FOLDER | example FILE", status: 2)
}
