internal import Glibc

/// A buffered writer to standard output or a file.
///
/// Bytes are kept until the buffer is full or `flush` is called; the command
/// runner flushes standard output at the end.
public struct Output: ~Copyable {
  private static let capacity: Int = 1 << 16
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    buffer.reserveCapacity(Output.capacity + 4096)
  }

  /// Returns a writer to standard output.
  public static func standard() -> Output {
    Output(descriptor: STDOUT_FILENO, path: "standard output")
  }

  /// Whether standard output is a terminal.
  public static var standardIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Returns a writer to standard error.
  public static func standardError() -> Output {
    Output(descriptor: STDERR_FILENO, path: "standard error")
  }

  /// Returns a writer to a new or emptied file.
  public static func file(_ path: String) throws(OutputError) -> Output {
    let (descriptor, number) = unsafe path.withCString { name in
      unsafe opened(name)
    }
    guard descriptor >= 0 else { throw .failed(path: path, errorNumber: number) }
    return Output(descriptor: descriptor, path: path)
  }

  /// Opens a file, again if a signal interrupts; errno is taken before anything else.
  @unsafe
  private static func opened(_ name: UnsafePointer<CChar>) -> (Int32, Int32) {
    while true {
      let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      let number = errno
      if descriptor >= 0 || number != EINTR { return (descriptor, number) }
    }
  }

  deinit {
    if descriptor > STDERR_FILENO { _ = close(descriptor) }
  }

  /// Writes text as UTF-8.
  public mutating func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Output.capacity { try flush() }
  }

  /// Writes bytes as they are.
  public mutating func write(bytes: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Output.capacity { try flush() }
  }

  /// Writes the text of a buffer; a long one goes to the system as it is.
  public mutating func write(_ text: borrowing TextBuffer) throws(OutputError) {
    guard text.count >= Output.capacity else {
      unsafe text.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
      if buffer.count >= Output.capacity { try flush() }
      return
    }
    try flush()
    try unsafe text.withUnsafeBytes { (bytes) throws(OutputError) in
      try unsafe writeAll(bytes)
    }
  }

  /// Hands everything that is still in the buffer to the system.
  public mutating func flush() throws(OutputError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try unsafe buffer.span.bytes.withUnsafeBytes { (bytes) throws(OutputError) in
      try unsafe writeAll(bytes)
    }
  }

  @unsafe
  private func writeAll(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var start = 0
    while start < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      let number = errno
      if count >= 0 {
        start += count
      } else if number == EPIPE {
        throw .closed
      } else if number != EINTR {
        throw .failed(path: path, errorNumber: number)
      }
    }
  }
}
