internal import Glibc
internal import PerfEvent

/// The files that make up a recording.
struct RecordingPaths {
  let main: String
  private(set) var parts: [String] = []

  /// Finds the files: the path itself, or those of the directory that it names.
  init(_ path: String) throws(PerfDataError) {
    do throws(Errno) {
      guard let directory = unsafe try SystemCalls.openDirectory(path) else {
        main = path
        return
      }
      defer { _ = unsafe closedir(directory) }
      main = path + "/data"
      var numbers: [Int] = []
      while let name = unsafe try SystemCalls.nextName(in: directory) {
        if let number = RecordingPaths.partNumber(name) { numbers.append(number) }
      }
      parts = numbers.sorted().map { "\(path)/data.\($0)" }
    } catch {
      throw PerfDataError(path: path, error)
    }
  }

  /// The number in the name of a part; nothing for other names.
  private static func partNumber(_ name: String) -> Int? {
    guard name.hasPrefix("data."), let number = Int(name.dropFirst(5)), number >= 0 else {
      return nil
    }
    // A sign or zeros in front are not the recorder's.
    return name == "data.\(number)" ? number : nil
  }
}
