/// A name that bears a threshold, which libpfm4 sets apart as a modifier.
///
/// The vendor has an event for each of some thresholds, such as
/// `MEM_TRANS_RETIRED.LOAD_LATENCY_GT_8`; libpfm4 has one event and takes the number from
/// the user, `MEM_TRANS_RETIRED:LOAD_LATENCY:ldlat=8`.
struct ThresholdName: Hashable {
  /// The name of libpfm4's event with its unit mask.
  var event: String
  /// The modifier, such as `ldlat`.
  var modifier: String
  var threshold: UInt64

  /// Takes a name of the vendor apart, in letters of either case.
  init?(vendor name: String) {
    guard name.utf8.count <= Self.limit else { return nil }
    var words = Words(text: name.uppercased()[...])
    guard let number = words.dropNumber() else { return nil }
    if words.text.hasSuffix("LOAD_LATENCY_GT_") {
      words.drop("_GT_")
    } else if words.text.hasSuffix("LATENCY_ABOVE_THRESHOLD_") {
      words.drop("_")
    } else {
      self.init(frontend: words, number: number)
      return
    }
    self.init(event: Self.colon(words.text), modifier: "ldlat", threshold: number)
  }

  /// Takes a name of libpfm4 apart, in letters of either case.
  init?(libpfm name: String) {
    guard name.utf8.count <= Self.limit else { return nil }
    let parts: [Substring] = name.split(separator: ":")
    guard parts.count == 3 else { return nil }
    let modifier: [Substring] = parts[2].split(separator: "=")
    guard modifier.count == 2, let number = NumberText.unsigned(String(modifier[1])) else {
      return nil
    }
    self.init(
      event: "\(parts[0]):\(parts[1])".uppercased(), modifier: modifier[0].lowercased(),
      threshold: number)
  }

  /// The name of the vendor, nil if it has none for the modifier.
  var vendorName: String? {
    switch modifier {
    case "ldlat" where event.hasSuffix(":LOAD_LATENCY"): "\(Self.dot(event))_GT_\(threshold)"
    case "ldlat" where event.hasSuffix(":LATENCY_ABOVE_THRESHOLD"):
      "\(Self.dot(event))_\(threshold)"
    case "fe_thres": frontendName
    default: nil
    }
  }

  private var frontendName: String? {
    guard let colon = event.firstIndex(of: ":") else { return nil }
    let start: String = "\(event[..<colon]).LATENCY_GE_\(threshold)"
    switch event[colon...] {
    // Four is what the vendor's names leave out.
    case ":IDQ_4_BUBBLES": return start
    case ":IDQ_3_BUBBLES": return start + "_BUBBLES_GE_3"
    case ":IDQ_2_BUBBLES": return start + "_BUBBLES_GE_2"
    case ":IDQ_1_BUBBLE": return start + "_BUBBLES_GE_1"
    default: return nil
    }
  }

  private init(event: String, modifier: String, threshold: UInt64) {
    self.event = event
    self.modifier = modifier
    self.threshold = threshold
  }

  /// Reads what stands before the last number of `LATENCY_GE_8` or `LATENCY_GE_8_BUBBLES_GE_2`.
  private init?(frontend words: Words, number: UInt64) {
    var words: Words = words
    var bubbles: UInt64 = 4
    var cycles: UInt64 = number
    if words.drop("_BUBBLES_GE_") {
      guard let first = words.dropNumber(), (1...3).contains(number) else { return nil }
      (bubbles, cycles) = (number, first)
    }
    guard words.drop("LATENCY_GE_"), words.text.utf8.count > 1,
      words.text.last.map({ ".:_".contains($0) }) ?? false
    else { return nil }
    let mask: String = bubbles == 1 ? "IDQ_1_BUBBLE" : "IDQ_\(bubbles)_BUBBLES"
    self.init(event: Self.colon(words.text) + mask, modifier: "fe_thres", threshold: cycles)
  }

  /// More bytes than the name of any event has.
  private static let limit: Int = 256

  private static func colon(_ name: Substring) -> String {
    String(name.map { $0 == "." ? ":" : $0 })
  }

  private static func dot(_ name: String) -> String {
    String(name.map { $0 == ":" ? "." : $0 })
  }

  /// A name that is taken apart from its end.
  private struct Words {
    var text: Substring

    mutating func dropNumber() -> UInt64? {
      let digits: Int = text.utf8.reversed().prefix(while: NumberText.isDigit).count
      let end: String.Index = text.utf8.index(text.endIndex, offsetBy: -digits)
      guard let number = UInt64(text[end...]) else { return nil }
      text = text[..<end]
      return number
    }

    @discardableResult
    mutating func drop(_ end: String) -> Bool {
      guard text.hasSuffix(end) else { return false }
      text = text.dropLast(end.count)
      return true
    }
  }
}
