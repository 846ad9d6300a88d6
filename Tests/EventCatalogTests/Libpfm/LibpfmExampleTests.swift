import CLibpfm
import Foundation
import Testing

@testable import EventCatalog

/// The listing of libpfm4's own example, which Debian brings along.
@Suite("Listing of showevtinfo")
struct LibpfmExampleTests {
  /// The source, packed or not.
  static let source: String? = {
    let folder = "/usr/share/doc/libpfm4-dev/examples/showevtinfo.c"
    if let text = try? String(contentsOfFile: folder, encoding: .utf8) { return text }
    guard FileManager.default.fileExists(atPath: folder + ".gz") else { return nil }
    return try? CProgram.output(of: "/bin/zcat", [folder + ".gz"])
  }()

  static let isAvailable: Bool = source != nil && CProgram.compiler != nil
  static let reason: Comment = "without a C compiler or the examples of libpfm4-dev"

  @Test(.enabled(if: isAvailable, reason), arguments: ["none", "perf_ext"])
  func `every event is described as by showevtinfo`(layer: String) throws {
    let program = try CProgram(source: try #require(Self.source), flags: ["-lpfm"])
    defer { program.remove() }
    let expected = try program.output(["-O", layer, "::"])
      .parts("\n").drop { !$0.hasPrefix("#--") }
    var ours: [String] = []
    try LibpfmCatalog().forEachEntry(layer: layer == "none" ? .hardware : .perfEvents) {
      Self.describe($0, $1, into: &ours)
    }
    if !expected.elementsEqual(ours, by: ==) {
      let difference = zip(expected, ours).first { $0 != $1 }
      Issue.record("\(expected.count) and \(ours.count) lines, \(String(describing: difference))")
    }
    #expect(ours.count > 100_000)
  }

  @Test(.enabled(if: isAvailable, reason))
  func `every encoding is that of showevtinfo`() throws {
    let program = try CProgram(source: try #require(Self.source), flags: ["-lpfm"])
    defer { program.remove() }
    let lines = try program.output(["-E", "-x", "|", "::"]).parts("\n")
    #expect(lines.count > 50_000)
    let catalog = try LibpfmCatalog()
    let limits = Dictionary(
      uniqueKeysWithValues: catalog.pmus.map { ($0.name, $0.maximumRegisterCount) })
    for line in lines {
      let fields = line.parts("|", omittingEmpty: false)
      let codes = fields.dropLast().filter { !$0.isEmpty }
        .compactMap { UInt64($0.dropFirst(2), radix: 16) }
      let name = String(fields[fields.count - 1])
      let ours = try LibpfmLibrary.locked { (_) throws(LibpfmError) in
        LibpfmAnswer(registersOf: name, levels: [.user, .kernel]).registers
      }
      // The program prints no more registers than the tables promise, but there are.
      let limit = limits[String(name.prefix { $0 != ":" })] ?? 0
      if ours.prefix(limit) != codes[...] { Issue.record("\(name): \(codes) and \(ours)") }
    }
  }

  private static func describe(
    _ pmu: LibpfmPMU, _ entry: LibpfmEntry, into lines: inout [String]
  ) {
    let event = entry.event
    lines += [
      "#-----------------------------", "IDX\t : \(event.number)",
      "PMU name : \(pmu.name) (\(pmu.summary))", "Name     : \(event.name)",
      "Equiv\t : \(event.equivalent?.description ?? "None")",
      "Flags    : \(flags(event))",
      "Desc     : \(event.summary?.description ?? "no description available")",
      "Code     : 0x\(String(event.code, radix: 16))",
    ]
    var masks = 0
    var modifiers = 0
    for attribute in entry.attributes {
      let control = attribute.control == .hardware ? "PMU" : "perf_event"
      var code = String(attribute.code, radix: 16)
      code = "0x" + String(repeating: "0", count: max(0, 2 - code.count)) + code
      if attribute.kind == .unitMask {
        let text = attribute.equivalent.map { "Alias to \($0)" } ?? "\(attribute.summary.orNull)"
        lines.append(
          "Umask-\(two(masks)) : \(code) : \(control) : [\(attribute.name)] : "
            + "\(flags(attribute)): \(text)")
        masks += 1
      } else {
        let kind = attribute.kind == .flag ? "boolean" : "integer"
        lines.append(
          "Modif-\(two(modifiers)) : \(code) : \(control) : [\(attribute.name)] : "
            + "\(attribute.summary.orNull) (\(kind))")
        modifiers += 1
      }
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func flags(_ event: LibpfmEvent) -> String {
    let words = words(
      isPrecise: event.isPrecise, sampling: event.supportsHardwareSampling, event.speculation)
    return words.isEmpty ? "None" : words
  }

  private static func flags(_ attribute: LibpfmAttribute) -> String {
    let words = words(
      isPrecise: attribute.isPrecise, sampling: attribute.supportsHardwareSampling,
      attribute.speculation)
    let all = (attribute.isDefault ? "[default] " : "") + words
    return all.isEmpty ? "None " : all
  }

  private static func words(
    isPrecise: Bool, sampling: Bool, _ speculation: LibpfmSpeculation
  ) -> String {
    let speculative =
      switch speculation {
      case .unknown: ""
      case .counted: "[speculative] "
      case .notCounted: "[non-speculative] "
      }
    return (isPrecise ? "[precise] " : "") + (sampling ? "[hw_smpl] " : "") + speculative
  }
}

extension LibpfmText? {
  /// As the C library prints it.
  fileprivate var orNull: String { self?.description ?? "(null)" }
}
