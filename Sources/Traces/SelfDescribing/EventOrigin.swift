/// What the name of a tracepoint tells of the events that describe themselves.
///
/// It is the provider, `_L` with the level, `K` with the keyword, both in hexadecimal
/// digits, and options that begin with capitals.
struct EventOrigin {
  let provider: String
  let keyword: UInt64

  init?(_ name: String) {
    guard let mark = name.lastIndex(of: "_") else { return nil }
    var rest = name[name.index(after: mark)...]
    guard rest.popFirst() == "L", let letter = rest.firstIndex(of: "K"), letter != rest.startIndex
    else { return nil }
    let digits = rest[rest.index(after: letter)...].prefix { "0123456789abcdef".contains($0) }
    guard let keyword = UInt64(digits, radix: 16) else { return nil }
    provider = String(name[..<mark])
    self.keyword = keyword
  }
}
