internal import Glibc
internal import PerfEvent

/// The files that make up a recording.
struct RecordingPaths {
  let main: String
  private(set) var parts: [String] = []

  /// Finds the files: the path itself, or those of the directory that it names.
  init(_ path: String) throws(PerfDataError) {
    guard let directory = unsafe opendir(path) else {
      guard errno == ENOTDIR else { throw PerfDataError(path: path, errno) }
      main = path
      return
    }
    defer { _ = unsafe closedir(directory) }
    main = path + "/data"
    var numbers: [Int] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix("data."), let number = Int(name.dropFirst(5)), number >= 0 {
        numbers.append(number)
      }
    }
    parts = numbers.sorted().map { "\(path)/data.\($0)" }
  }
}
