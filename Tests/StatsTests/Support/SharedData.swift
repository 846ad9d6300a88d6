import Foundation
import Testing

/// Known answers that lie outside of the package, in the folder that the
/// environment variable PERF_EVENTS_SHARED names.
enum SharedData {
  static let folder: String? = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"]
    .map { $0 + "/stats" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

  static let reason: Comment = "PERF_EVENTS_SHARED does not name a folder with known answers"

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: #require(folder) + "/" + path))
  }

  static func decode<Content: Decodable>(_ type: Content.Type, from path: String) throws -> Content
  {
    try JSONDecoder().decode(type, from: data(path))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try data(path), as: UTF8.self)
  }
}
