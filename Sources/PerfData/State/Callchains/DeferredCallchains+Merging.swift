extension DeferredCallchains.Waiting {
  /// Keeps a sample whose callchain ends in the mark and the number of a user part.
  init?(_ record: borrowing Record, order: UInt64) {
    guard let sample = record.sample, let chain = sample.callchain, chain.count >= 2,
      let start = sample.place(.callchain),
      Callchain.Context(rawValue: chain[chain.count - 2]) == .deferredUser
    else { return nil }
    self.record = record.copy()
    byteCount = record.bytes.byteCount
    self.chain = start
    cookie = chain[chain.count - 1]
    self.order = order
  }
}

extension DeferredCallchains {
  mutating func release<E: Error>(
    _ samples: [Waiting], cookie: UInt64, _ entries: UInt64View,
    _ body: (borrowing Record) throws(E) -> Void
  ) throws(E) {
    for sample in samples {
      if sample.cookie == cookie {
        mergedCount += 1
        let complete = sample.record.replacing(bytes: merged(sample, entries))
        try body(complete.view)
      } else {
        unmergedCount += 1
        let record = sample.record
        try body(record.view)
      }
    }
  }

  /// The bytes of a sample with the user part in place of the mark and the number.
  ///
  /// The result may be larger than a record in a file can be.
  private func merged(_ sample: Waiting, _ entries: UInt64View) -> [UInt8] {
    var words: [UInt64] = []
    // Without a mark of its own the part would belong to the kernel.
    if entries.isEmpty || !Callchain.Context.isMark(entries[0]) {
      words.append(Callchain.Context.user.rawValue)
    }
    words += entries.array
    let record = sample.record
    let view = record.view
    let isSwapped = view.isSwapped
    let old = [UInt8](copying: view.bytes)
    let fields = view.fields
    let count = Int(truncatingIfNeeded: fields.uint64(sample.chain))
    let kept = count - 2
    let end = sample.chain + 8 + 8 * count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(old.count + 8 * words.count)
    func append(_ word: UInt64) {
      let stored = isSwapped ? word.byteSwapped : word
      // The bytes of a number as this machine stores it.
      for shift in 0..<8 {
        let place = 1.littleEndian == 1 ? shift : 7 - shift
        bytes.append(UInt8(truncatingIfNeeded: stored >> UInt64(8 * place)))
      }
    }
    bytes += old[..<sample.chain]
    append(UInt64(kept + words.count))
    bytes += old[(sample.chain + 8)..<(sample.chain + 8 + 8 * kept)]
    for word in words { append(word) }
    bytes += old[end...]
    return bytes
  }
}
