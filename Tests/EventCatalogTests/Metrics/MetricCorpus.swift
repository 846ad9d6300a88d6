import Foundation
import Testing

/// Formulas in the folder that the environment variable PERF_EVENTS_SHARED names.
enum MetricCorpus {
  /// A row of a table that perf's own generator made.
  struct GoldenRow: CustomTestStringConvertible {
    var unit: String
    var name: String
    var formula: String
    var threshold: String
    var testDescription: String { "\(unit) \(name)" }
  }

  /// A metric of the kernel's event files.
  struct KernelMetric: Hashable {
    var unit: String
    var name: String
    var formula: String
    var threshold: String
    var group: String
  }

  static let folder: String? = ProcessInfo.processInfo.environment["PERF_EVENTS_SHARED"]
    .map { $0 + "/events" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

  static let reason: Comment = "PERF_EVENTS_SHARED names no folder with events"

  /// All files of the folder, sorted.
  static let files: [String] = {
    guard let folder, let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walk.compactMap { $0 as? String }.map { "\(folder)/\($0)" }.sorted()
  }()

  /// The tables of golden metrics by the names of their microarchitectures.
  static let goldenTables: [(model: String, path: String)] = files.compactMap { path in
    let name = String(path.split(separator: "/").last ?? "")
    guard path.contains("/golden/"), name.hasPrefix("metrics_"), name.hasSuffix(".tsv") else {
      return nil
    }
    return (String(name.dropFirst(8).dropLast(4)), path)
  }

  static func goldenRows(_ path: String) throws -> [GoldenRow] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields: [String] = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map(unquoted)
      return GoldenRow(
        unit: fields[0], name: fields[1], formula: fields[3], threshold: fields[4])
    }
  }

  private static func unquoted(_ field: Substring) -> String {
    guard field.hasPrefix("\""), field.hasSuffix("\""), field.count > 1 else {
      return String(field)
    }
    return field.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"")
  }

  /// The folders of event files of kernels, with their metrics.
  static let kernelFolders: [String: [KernelMetric]] = {
    var folders: [String: [KernelMetric]] = [:]
    // The kernel's own tests have metrics that cannot be computed, on purpose.
    for path in files
    where path.contains("/arch/") && !path.contains("/arch/test") && path.hasSuffix(".json") {
      guard let records = json(path) as? [[String: Any]] else { continue }
      let folder: String = (path as NSString).deletingLastPathComponent
      for record in records {
        guard let formula = record["MetricExpr"] as? String,
          let name = record["MetricName"] as? String
        else { continue }
        folders[folder, default: []].append(
          KernelMetric(
            unit: record["Unit"] as? String ?? "default_core", name: name, formula: formula,
            threshold: record["MetricThreshold"] as? String ?? "",
            group: record["MetricGroup"] as? String ?? ""))
      }
    }
    return folders
  }()

  /// The metrics of perfmon's files by the paths of the files.
  static let perfmonFiles: [String: [PerfmonMetric]] = {
    var metrics: [String: [PerfmonMetric]] = [:]
    for path in files where path.contains("/perfmon/") && path.contains("/metrics/") {
      guard let data = FileManager.default.contents(atPath: path),
        let file = try? JSONDecoder().decode(PerfmonFile.self, from: data)
      else { continue }
      metrics[path] = file.metrics
    }
    return metrics
  }()

  static var perfmonMetrics: [PerfmonMetric] { perfmonFiles.values.flatMap { $0 } }

  /// The formulas of PAPI's presets in postfix order.
  static let presetFormulas: [String] = lines { $0.contains("papi_events") }.compactMap { line in
    let fields: [Substring] = line.split(separator: ",", omittingEmptySubsequences: false)
    return fields.count > 4 && fields[0] == "PRESET" && fields[2] == "DERIVED_POSTFIX"
      ? String(fields[3]) : nil
  }

  /// The formulas of LIKWID's groups.
  static let groupFormulas: [String] = {
    var formulas: [String] = []
    var isInMetrics: Bool = false
    for line in lines(where: { $0.contains("/likwid/groups/") }) {
      if line == "METRICS" || line == "LONG" { isInMetrics = line == "METRICS" }
      let words: [Substring] = line.split(separator: " ")
      if isInMetrics, words.count > 1, let last = words.last { formulas.append(String(last)) }
    }
    return formulas
  }()

  /// The lines of all text files whose paths fit.
  private static func lines(where fits: (String) -> Bool) -> [String] {
    files.filter(fits).flatMap { path -> [String] in
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
      return text.split(separator: "\n").map(String.init)
    }
  }

  private static func json(_ path: String) -> Any? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONSerialization.jsonObject(with: data)
  }
}
