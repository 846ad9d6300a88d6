internal import PerfEvent

extension GrowingBuffer {
  /// Unpacks all streams of an input, one behind the other.
  ///
  /// What does not begin as a recording is refused before the rest is unpacked, and
  /// what unpacks to thousands of times its size before it fills the memory.
  ///
  /// - Returns: What is wrong with the packed data; nothing when they are whole.
  mutating func fill<Decoder: UnwrappingDecoder & ~Copyable>(
    from input: RawSpan, limit: Int, name: String, _ makeDecoder: () -> Decoder?
  ) throws(PerfDataError) -> String? {
    var position = 0
    var decoder = makeDecoder()
    guard decoder != nil else { return "the library refuses to start" }
    var isChecked = false
    var allowance = UnpackingAllowance(subject: "packed file")
    allowance.add(packed: input.byteCount)
    // One byte more than the limit shows that the limit is exceeded.
    let most = max(0, min(limit, .max - 1)) + 1
    while true {
      do throws(Errno) {
        try makeRoom(from: 1 << 20, upTo: most)
      } catch {
        throw PerfDataError(path: name, error)
      }
      var (consumed, produced) = (0, 0)
      let outcome = unsafe input.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
        var outcome: UnwrappingOutcome?
        unsafe append { room in
          unsafe outcome = decoder?.step(rest, room, consumed: &consumed, produced: &produced)
          return produced
        }
        return outcome
      }
      position += consumed
      if !isChecked && count >= 8 {
        _ = try FileHeader.magic(of: span)
        isChecked = true
      }
      guard count < most else {
        throw PerfDataError(
          .inaccessible, subject: name, offset: UInt64(most - 1), limit: UInt64(most - 1),
          systemError: .fileTooLarge,
          detail: "it unpacks to more than \(most - 1) bytes; unpack it to a file first")
      }
      try allowance.add(unpacked: produced, offset: 0)
      switch outcome {
      case .failure(let reason): return reason
      case .end:
        if position == input.byteCount { return nil }
        decoder = makeDecoder()
      case .more, nil:
        if consumed == 0 && produced == 0 { return "the packed data are incomplete" }
      }
    }
  }
}
