internal import Glibc
internal import PerfEvent

/// Memory that grows while a packed file is unpacked into it.
@safe
struct UnwrappingBuffer: ~Copyable {
  private var memory: UnsafeMutableRawPointer?
  private var capacity: Int = 0
  private(set) var count: Int = 0

  init() {}

  deinit {
    unsafe free(memory)
  }

  /// Unpacks all streams of an input, one behind the other.
  ///
  /// What does not begin as a recording is refused before the rest is unpacked.
  ///
  /// - Returns: What is wrong with the packed data; nothing when they are whole.
  mutating func fill<Decoder: UnwrappingDecoder & ~Copyable>(
    from input: RawSpan, limit: Int, name: String, _ makeDecoder: () -> Decoder?
  ) throws(PerfDataError) -> String? {
    var position = 0
    var decoder = makeDecoder()
    guard decoder != nil else { return "the library refuses to start" }
    var isChecked = false
    // One byte more than the limit shows that the limit is exceeded.
    let most = max(0, min(limit, .max - 1)) + 1
    while true {
      try makeRoom(most: most, name: name)
      var (consumed, produced) = (0, 0)
      let outcome = unsafe input.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
        let room = unsafe UnsafeMutableRawBufferPointer(
          start: memory.map { unsafe $0 + count }, count: capacity - count)
        return unsafe decoder?.step(rest, room, consumed: &consumed, produced: &produced)
      }
      position += consumed
      count += produced
      if !isChecked && count >= 8 {
        let start = unsafe UnsafeRawBufferPointer(start: memory, count: 8)
        _ = try FileHeader.magic(of: unsafe RawSpan(_unsafeBytes: start))
        isChecked = true
      }
      guard count < most else {
        throw PerfDataError(
          .inaccessible, subject: name, offset: UInt64(most - 1), limit: UInt64(most - 1),
          systemError: .fileTooLarge,
          detail: "it unpacks to more than \(most - 1) bytes; unpack it to a file first")
      }
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

  private mutating func makeRoom(most: Int, name: String) throws(PerfDataError) {
    guard count == capacity else { return }
    let size = min(max(1 << 20, capacity * 2), most)
    guard let moved = unsafe realloc(memory, size) else {
      throw PerfDataError(path: name, Errno(rawValue: ENOMEM))
    }
    unsafe memory = moved
    capacity = size
  }

  /// Hands out the bytes, which the caller has to free.
  @unsafe
  mutating func take() -> UnsafeRawBufferPointer {
    let bytes = unsafe UnsafeRawBufferPointer(start: memory, count: count)
    unsafe memory = nil
    (capacity, count) = (0, 0)
    return unsafe bytes
  }
}
