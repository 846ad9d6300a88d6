/// Unpacks xz with liblzma, if the machine has it.
@safe
struct XZDecoder: UnwrappingDecoder, ~Copyable {
  static let library: String = "liblzma.so.5"
  private typealias Start = @convention(c) (UnsafeMutableRawPointer, UInt64, UInt32) -> Int32
  private typealias Step = @convention(c) (UnsafeMutableRawPointer, Int32) -> Int32
  private typealias End = @convention(c) (UnsafeMutableRawPointer) -> Void
  /// The size of `lzma_stream` on machines of 64 bits, and its offsets.
  private static let size: Int = 136
  private static let (nextIn, availableIn, nextOut, availableOut) = (0, 8, 24, 32)
  /// More than the highest level of packing asks for, in bytes.
  private static let memoryLimit: UInt64 = 1 << 28
  private let stream: UnsafeMutableRawPointer
  private let code: Step
  private let end: End

  /// Creates a decoder; nothing when the library is not there or refuses.
  init?() {
    guard let library = DynamicLibrary(XZDecoder.library),
      let start = unsafe library.function("lzma_stream_decoder", as: Start.self),
      let code = unsafe library.function("lzma_code", as: Step.self),
      let end = unsafe library.function("lzma_end", as: End.self)
    else { return nil }
    let stream = UnsafeMutableRawPointer.allocate(byteCount: XZDecoder.size, alignment: 8)
    unsafe stream.initializeMemory(as: UInt8.self, repeating: 0, count: XZDecoder.size)
    guard unsafe start(stream, XZDecoder.memoryLimit, 0) == 0 else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe (self.stream, self.code, self.end) = (stream, code, end)
  }

  deinit {
    unsafe end(stream)
    unsafe stream.deallocate()
  }

  mutating func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer,
    consumed: inout Int, produced: inout Int
  ) -> UnwrappingOutcome {
    unsafe stream.storeBytes(
      of: input.baseAddress, toByteOffset: XZDecoder.nextIn, as: UnsafeRawPointer?.self)
    unsafe stream.storeBytes(of: input.count, toByteOffset: XZDecoder.availableIn, as: Int.self)
    unsafe stream.storeBytes(
      of: output.baseAddress, toByteOffset: XZDecoder.nextOut, as: UnsafeMutableRawPointer?.self)
    unsafe stream.storeBytes(of: output.count, toByteOffset: XZDecoder.availableOut, as: Int.self)
    let status = unsafe code(stream, 0)
    let unread = unsafe stream.load(fromByteOffset: XZDecoder.availableIn, as: Int.self)
    let unused = unsafe stream.load(fromByteOffset: XZDecoder.availableOut, as: Int.self)
    (consumed, produced) = (input.count - unread, output.count - unused)
    switch status {
    case 0, 2: return .more
    case 1: return .end
    case 5: return .failure("there is not enough memory")
    case 6: return .failure("it needs more than \(XZDecoder.memoryLimit) bytes of memory")
    case 9: return .failure("the packed data are damaged")
    case 10: return .failure("the packed data are incomplete")
    default: return .failure("error \(status)")
    }
  }
}
