import Testing

@testable import EventCatalog

@Suite("Passing over JSON")
struct JSONScannerTests {
  @Test(arguments: [
    (#""plain""#, "plain"), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\n\t\r\b\f""#, "\n\t\r\u{8}\u{c}"),
    (#""é""#, "\u{e9}"), (#""😀""#, "\u{1f600}"), (#""\ud83d""#, "\u{fffd}"),
    (#""\ude00x""#, "\u{fffd}x"), (#""\ud83dA""#, "\u{fffd}A"), (#""\u12""#, "\u{fffd}12"),
    (#""\u0000""#, "\0"), ("\"a\0b\"", "a\0b"), ("\"\n\"", "\n"), (#""""#, ""), (#""\q""#, "q"),
    ("-1.5e+3", "-1.5e+3"), ("0", "0"), ("true", "true"), ("false", "false"),
  ])
  func `values and what they say`(text: String, expected: String) throws {
    var scanner = JSONScanner(Array(" \(text)\n".utf8), path: "f")
    let slice: JSONSlice = try scanner.value(depth: 0)
    try scanner.finish()
    #expect(JSONText.decoded(slice, of: scanner.bytes) == expected)
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "x", "-", "1e", "\"", "\"\\", "\"\\\"", "[", "[1", "[1,", "[1,]", "[,1]",
    "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{1:2}", "{\"a\" 1}", "]", "}",
    "[1}", "{\"a\":1]", "1 2", "\0", "[\0]",
  ])
  func `texts that are no value`(text: String) {
    var scanner = JSONScanner(Array(text.utf8), path: "f")
    let error: EventSourceError? = #expect(throws: EventSourceError.self) {
      _ = try scanner.value(depth: 0)
      try scanner.finish()
    }
    guard case .malformed? = error?.problem, case .offset(let offset)? = error?.place else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((0...text.utf8.count).contains(offset))
  }

  @Test(arguments: [31, 32, 33, 100_000])
  func `nesting has a limit`(depth: Int) {
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
      let text: String =
        String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
      var scanner = JSONScanner(Array(text.utf8), path: "f")
      let result = Result { try scanner.value(depth: 0) }
      if depth <= JSONScanner.depthLimit {
        #expect(throws: Never.self) { try result.get() }
      } else {
        let error: EventSourceError? = #expect(throws: EventSourceError.self) { try result.get() }
        #expect(error?.problem == .nestedTooDeep(limit: JSONScanner.depthLimit))
      }
    }
  }

  @Test func `a text ends at the first mark that no escape precedes`() throws {
    // All texts of up to seven of these letters, each against a plain loop.
    let letters: [UInt8] = Array(#"a\""#.utf8)
    for length in 0...7 {
      for number in 0..<Int((0..<length).reduce(1) { product, _ in product * 3 }) {
        var rest: Int = number
        let text: [UInt8] = (0..<length).map { _ in
          defer { rest /= 3 }
          return letters[rest % 3]
        }
        var end: Int = 0
        while end < length, text[end] != UInt8(ascii: "\"") {
          end += text[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        var scanner = JSONScanner([UInt8(ascii: "\"")] + text, path: "f")
        let slice: JSONSlice? = try? scanner.text()
        #expect(slice?.end == (end < length ? end + 1 : nil), "\(text)")
        let isEscaped: Bool = text.prefix(end).contains(UInt8(ascii: "\\"))
        if let slice { #expect((slice.kind == .escapedText) == isEscaped, "\(text)") }
      }
    }
  }

  @Test func `every field is found by its name, and no other name`() {
    for field in EventFileField.allCases {
      #expect(EventFileField.named(Array(field.key.utf8)[...]) == field)
      #expect(EventFileField.named(Array((field.key + "x").utf8)[...]) == nil)
    }
    #expect(EventFileField.named([]) == nil)
  }

  @Test func `a mark of the byte order is passed over`() throws {
    var scanner = JSONScanner([0xef, 0xbb, 0xbf, 0x31], path: "f")
    #expect(try scanner.value(depth: 0) == JSONSlice(kind: .number, start: 3, end: 4))
  }

  @Test func `invalid bytes become replacement characters`() throws {
    let bytes: [UInt8] = [0x22, 0x61, 0xff, 0x62, 0x22]
    var scanner = JSONScanner(bytes, path: "f")
    #expect(JSONText.decoded(try scanner.value(depth: 0), of: bytes) == "a\u{fffd}b")
  }
}
