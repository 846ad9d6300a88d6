import CommandLineSupport
import PerfData

/// What a user asked for, as far as it can be told without the file.
struct Request {
  let path: String
  let view: String
  let form: Form
  let follows: Bool
  /// The fields in the form of perf script; nothing for our own form.
  let fields: Set<ScriptField>?
  let showsNanoseconds: Bool
  let showsBytes: Bool
  private let order: RecordOrder?

  init(_ arguments: ParsedArguments) throws {
    let views = ["header", "stats", "features", "records", "samples"]
    let implied = arguments.has("fields") ? "samples" : "stats"
    view = try arguments.exclusive(views) ?? implied
    guard let first = arguments.operands.first else { throw UsageError("no file given") }
    guard arguments.operands.count == 1 else {
      throw UsageError("more than one file given: '\(arguments.operands[1])'")
    }
    path = first
    form = arguments.has("json") ? .json : .text
    follows = arguments.has("follow")
    fields = try arguments.value("fields").map(ScriptField.list)
    showsNanoseconds = arguments.has("ns")
    showsBytes = arguments.has("raw")
    order = try arguments.value("order").map(Request.order)
    try check(arguments)
  }

  private static func order(_ name: String) throws -> RecordOrder {
    switch name {
    case "file": .file
    case "rounds": .rounds
    case "time": .time
    default: throw UsageError("unknown order '\(name)'; there are: file, rounds, time")
    }
  }

  /// Refuses options that the view does not heed.
  private func check(_ arguments: ParsedArguments) throws {
    if view != "records" && view != "samples" {
      let others = ["raw", "order", "time", "event", "cpu", "follow", "fields", "ns"]
      if let option = others.first(where: arguments.has) {
        throw UsageError("option '--\(option)' needs '--records' or '--samples'")
      }
    }
    if fields != nil {
      guard view == "samples" else { throw UsageError("option '--fields' needs '--samples'") }
      for option in ["json", "raw"] where arguments.has(option) {
        throw UsageError("options '--fields' and '--\(option)' exclude each other")
      }
    } else if showsNanoseconds {
      throw UsageError("option '--ns' needs '--fields'")
    }
    if follows, let option = ["order", "time", "event", "cpu"].first(where: arguments.has) {
      throw UsageError("options '--follow' and '--\(option)' exclude each other")
    }
  }

  /// The records in our own form.
  var listing: Listing {
    var listing = Listing(view == "samples" ? .samples : .records, as: form)
    listing.showsBytes = showsBytes
    return listing
  }

  /// Shows the view.
  ///
  /// - Returns: What could not be read.
  func show(
    _ file: borrowing PerfDataFile, _ arguments: ParsedArguments, to output: inout Output
  ) throws -> [PerfDataError] {
    switch view {
    case "header":
      return try dump_perfdata.show(headerOf: file, as: form, to: &output).map { [$0] } ?? []
    case "stats":
      return try dump_perfdata.show(statisticsOf: file, as: form, to: &output)
    case "features":
      try dump_perfdata.show(featuresOf: file, as: form, to: &output)
      return []
    default:
      let selection = try SampleSelection(arguments, file)
      if let fields {
        return try dump_perfdata.show(
          scriptOf: file, fields: fields, showsNanoseconds: showsNanoseconds,
          in: order ?? .rounds, selection: selection, to: &output)
      }
      var listing = listing
      return try dump_perfdata.show(
        &listing, of: file, in: order ?? .file, selection: selection, to: &output)
    }
  }
}
