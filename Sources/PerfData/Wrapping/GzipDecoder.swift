/// Unpacks gzip with zlib, if the machine has it.
@safe
struct GzipDecoder: UnwrappingDecoder, ~Copyable {
  static let library: String = "libz.so.1"
  private typealias Start =
    @convention(c) (
      UnsafeMutableRawPointer, Int32, UnsafePointer<CChar>, Int32
    ) -> Int32
  private typealias Step = @convention(c) (UnsafeMutableRawPointer, Int32) -> Int32
  private typealias End = @convention(c) (UnsafeMutableRawPointer) -> Int32
  /// The size of zlib's `z_stream` on machines of 64 bits, and its offsets.
  private static let size: Int = 112
  private static let (nextIn, availableIn, nextOut, availableOut, message) = (0, 8, 24, 32, 48)
  private let stream: UnsafeMutableRawPointer
  private let inflate: Step
  private let end: End

  /// Creates a decoder; nothing when the library is not there or refuses.
  init?() {
    guard let library = DynamicLibrary(GzipDecoder.library),
      let start = unsafe library.function("inflateInit2_", as: Start.self),
      let inflate = unsafe library.function("inflate", as: Step.self),
      let end = unsafe library.function("inflateEnd", as: End.self)
    else { return nil }
    let stream = UnsafeMutableRawPointer.allocate(byteCount: GzipDecoder.size, alignment: 8)
    unsafe stream.initializeMemory(as: UInt8.self, repeating: 0, count: GzipDecoder.size)
    // 16 beside the size of the window asks for the form of gzip; of the version
    // the library looks at the first letter alone.
    guard unsafe start(stream, 15 + 16, "1", Int32(GzipDecoder.size)) == 0 else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe (self.stream, self.inflate, self.end) = (stream, inflate, end)
  }

  deinit {
    _ = unsafe end(stream)
    unsafe stream.deallocate()
  }

  mutating func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer,
    consumed: inout Int, produced: inout Int
  ) -> UnwrappingOutcome {
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    unsafe stream.storeBytes(
      of: input.baseAddress, toByteOffset: GzipDecoder.nextIn, as: UnsafeRawPointer?.self)
    unsafe stream.storeBytes(of: given, toByteOffset: GzipDecoder.availableIn, as: UInt32.self)
    unsafe stream.storeBytes(
      of: output.baseAddress, toByteOffset: GzipDecoder.nextOut, as: UnsafeMutableRawPointer?.self)
    unsafe stream.storeBytes(of: room, toByteOffset: GzipDecoder.availableOut, as: UInt32.self)
    let status = unsafe inflate(stream, 0)
    let unread = unsafe stream.load(fromByteOffset: GzipDecoder.availableIn, as: UInt32.self)
    let unused = unsafe stream.load(fromByteOffset: GzipDecoder.availableOut, as: UInt32.self)
    (consumed, produced) = (Int(given - unread), Int(room - unused))
    switch status {
    case 0: return .more
    case 1: return .end
    case -5: return .failure("the packed data are incomplete")
    default:
      let message = unsafe stream.load(
        fromByteOffset: GzipDecoder.message, as: UnsafePointer<CChar>?.self)
      return .failure(unsafe message.map { unsafe String(cString: $0) } ?? "error \(status)")
    }
  }
}
