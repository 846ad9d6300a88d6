import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("The form of what dump-perfdata prints")
struct DumpFormTests {
  /// A file with a record of every kind that can stand in one, zeros in most fields.
  private func everyKind() -> (file: PerfDataBuilder, kinds: Set<UInt32>) {
    var builder = SampleTests.builder(.littleEndian)
    var kinds: Set<UInt32> = [9]
    let trailer: (inout ByteWriter) -> Void = { $0.raw([UInt8](repeating: 0, count: 56)) }
    for kind in (1...86).map(UInt32.init) where kind != 9 && kind != 81 {
      kinds.insert(kind)
      builder.record(kind) { body in
        switch kind {
        case 16: body.u64(0, 2, 1, 2, 3, 4)
        case 69: body.u64(2, 5, 0, 0, 0, 5, 0, 0, 0)
        case 73: body.u64(2, 1, 0, 0, 2, 0, 0)
        // One tag twice, as only a hostile file has it.
        case 75: body.u64(3, 1, 10, 1, 20, 3, 30)
        case 84, 86: body.raw([UInt8](repeating: 0, count: 520))
        default: body.u64(0, 0, 0, 0, 0, 0, 0, 0)
        }
        if kind < 64 { trailer(&body) }
      }
    }
    return (builder, kinds)
  }

  @Test("No object has a member twice, over all kinds of records and in every view")
  func members() throws {
    let (builder, kinds) = everyKind()
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "all.data")
    for view in ["--records", "--samples", "--stats", "--header"] {
      let outcome = try Command.dump.run([path, view, "--json"])
      #expect(outcome.status == 0, "\(view) \(outcome.errors)")
      #expect(!outcome.text.contains(#""damage":""#), "\(view)")
      for line in outcome.text.split(separator: "\n") {
        var scanner = MemberScanner(line)
        #expect(scanner.repeated() == [], "\(line)")
      }
    }
    let records = try Command.dump.run([path, "--records", "--json"]).text
    #expect(records.split(separator: "\n").count == kinds.count)
    #expect(records.contains(#"{"tag":1,"value":10},{"tag":1,"value":20}"#))
  }

  @Test("The scanner of members finds one that is repeated, at any depth")
  func scanner() {
    let cases: [(text: String, repeated: [String])] = [
      (#"{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}"#, []),
      (#"{"a":1,"b":"a","a":2}"#, ["a"]), (#"{"x":[{"q\"":1,"q\"":"{"}]}"#, [#"q\""#]),
    ]
    for (text, repeated) in cases {
      var scanner = MemberScanner(Substring(text))
      #expect(scanner.repeated() == repeated)
    }
  }

  @Test("A mapping's offset is told apart from that of its record")
  func offsets() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(DamageTests.rich(.littleEndian).file(), as: "rich.data")
    let text = try Command.dump.run([path, "--records"]).text
    #expect(text.contains("address 0x3 length 0x4 page_offset 0x5 path"))
    let json = try Command.dump.run([path, "--records", "--json"]).text
    #expect(json.contains(#""page_offset":"0x5""#))
  }

  @Test("The number of the version is the same in text and JSON")
  func version() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(DamageTests.rich(.littleEndian).file(), as: "rich.data")
    let text = try Command.dump.run([path, "--header"]).text
    #expect(text.contains("# header version : 1\n"))
    let json = try Command.dump.run([path, "--header", "--json"]).text
    #expect(json.contains(#""header_version":1,"#))
    #expect(!json.contains(#""version""#))
  }

  @Test("Records of a directory have the number of their file")
  func directory() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    let folder = TemporaryFolder()
    let main = try folder.write(builder.file(), as: "data")
    for number in 0..<2 { _ = try folder.write(builder.records[0], as: "data.\(number)") }
    for view in ["--records", "--samples"] {
      let json = try Command.dump.run([folder.file(""), view, "--json"]).text
      let lines = json.split(separator: "\n")
      #expect(lines.count == 3)
      for (number, line) in lines.enumerated() {
        #expect(line.hasPrefix(#"{"file":\#(number),"offset":"#))
      }
      let text = try Command.dump.run([folder.file(""), view]).text
      #expect(text.hasPrefix("offset ") && text.contains("\nfile 1 offset 0x0 "))
      let single = try Command.dump.run([main, view, "--json"]).text
      #expect(single.hasPrefix(#"{"file":0,"#))
    }
  }

  @Test("Control characters of a file's strings do not reach the terminal")
  func controlCharacters() throws {
    let evil = "\u{1b}]0;owned\u{7}\n# x : \u{9b}31m\u{7f}"
    var builder = SampleTests.builder(.littleEndian)
    builder.record(3) {
      $0.u32(1, 2)
      $0.text(evil)
      $0.u64(0, 0, 5, 0, 0, 5)
    }
    for feature in [
      HeaderFeature.hostname, .osRelease, .perfVersion, .architecture, .cpuDescription, .cpuID,
    ] { builder.feature(feature) { $0.sized(evil) } }
    builder.feature(.commandLine) {
      $0.u32(2)
      $0.sized("perf")
      $0.sized(evil)
    }
    builder.feature(.pmuMappings) {
      $0.u32(1, 4)
      $0.sized(evil)
    }
    builder.feature(.groupDescriptions) {
      $0.u32(1)
      $0.sized(evil)
      $0.u32(0, 1)
    }
    builder.feature(.cpuPMUCapabilities) {
      $0.u32(1)
      $0.sized(evil)
      $0.sized(evil)
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "evil.data")
    for view in ["--header", "--stats", "--records", "--samples"] {
      for form in [[], ["--json"]] {
        let outcome = try Command.dump.run([path, view] + form)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.output.contains { $0 < 0x20 && $0 != 0x0a || $0 == 0x7f }, "\(view)")
      }
    }
    let header = try Command.dump.run([path, "--header"]).text
    let seen = #"\x1b]0;owned\x07\x0a# x : \x9b31m\x7f"#
    #expect(header.contains("# hostname : \(seen)\n"))
    #expect(header.contains("# cmdline : perf \(seen) \n"))
    #expect(header.contains("# pmu mappings: \(seen) = 4\n"))
    #expect(header.components(separatedBy: seen).count == 12)
    #expect(!header.unicodeScalars.contains("\u{9b}"))
  }
}

/// Finds the members that one object of JSON text has more than once.
private struct MemberScanner {
  private var rest: Substring

  init(_ text: Substring) {
    rest = text
  }

  mutating func repeated() -> [String] {
    var seen: [Set<String>] = []
    var found: [String] = []
    while let character = rest.popFirst() {
      switch character {
      case "{": seen.append([])
      case "}": seen.removeLast()
      case "\"":
        let text = string()
        // Only a member's name stands in front of a colon.
        if rest.first == ":", !seen[seen.count - 1].insert(text).inserted { found.append(text) }
      default: break
      }
    }
    return found
  }

  /// The text up to the closing quote, as it is written.
  private mutating func string() -> String {
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      text.append(character)
      if character == "\\", let escaped = rest.popFirst() { text.append(escaped) }
    }
    return text
  }
}
