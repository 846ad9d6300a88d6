extension CodeLayout.Field {
  /// Whether the term, of several that share a word, fits the event.
  ///
  /// On Intel the second word is a latency, a place in the front end or a response,
  /// whichever the event asks for.
  func isMeant(in words: EventWords) -> Bool {
    let event: UInt64 = words.config & 0xff
    switch name {
    case "ldlat": return words.config & 0xffff == 0x1cd || event == 0x0b || event == 0xd0
    case "frontend": return event == 0xc6
    case "offcore_rsp": return [0xb7, 0xbb, 0x2a, 0x2b].contains(event)
    // These stand for other terms of the same bits.
    case "thresh", "snoop_rsp": return false
    default: return true
    }
  }
}

extension TermFormat {
  /// The value whose bits are at the places of the term's bits.
  func unpacked(_ word: UInt64) -> UInt64 {
    var value: UInt64 = 0
    var rest: UInt64 = mask
    var place: UInt64 = 1
    while rest != 0 {
      let bit: UInt64 = rest & (~rest &+ 1)
      if word & bit != 0 { value |= place }
      rest &= rest &- 1
      place <<= 1
    }
    return value
  }
}
