/// The seam between this package and the kernel.
///
/// Whatever opens, reads or controls events goes through a value of this
/// protocol, as does every file of `/sys` and `/proc` that explains them. The real
/// kernel is ``LinuxKernel``; tests and simulators put their own in its place.
///
/// Calls may come from several threads at a time.
public protocol Kernel: Sendable {
  /// Opens an event.
  ///
  /// - Parameters:
  ///   - attributes: The event.
  ///   - target: The task and the CPU to watch.
  ///   - group: The descriptor of the group's leader, or -1.
  ///   - flags: Options of the call.
  /// - Returns: A descriptor, to be closed by ``close(_:)``.
  /// - Throws: The error of perf_event_open(2).
  func open(
    _ attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags
  ) throws(Errno) -> Int32

  /// Controls an event by a number.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - request: What to do.
  ///   - argument: The request's argument; 1 means the whole group for requests
  ///     that know it.
  /// - Throws: The error of ioctl(2).
  func control(_ descriptor: Int32, _ request: ControlRequest, argument: UInt64) throws(Errno)

  /// Controls an event by a value in memory.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - request: What to do.
  ///   - memory: What the request reads or fills.
  /// - Throws: The error of ioctl(2).
  func control(
    _ descriptor: Int32, _ request: ControlRequest, memory: UnsafeMutableRawBufferPointer
  ) throws(Errno)

  /// Enables or disables every event that the calling thread created.
  ///
  /// - Parameter activity: What to do with the events.
  /// - Throws: The error of prctl(2).
  func controlEventsOfThread(_ activity: EventActivity) throws(Errno)

  /// Reads the counts of an event.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - buffer: Where the counts go.
  /// - Returns: The number of bytes read; 0 if a pinned event could not be placed.
  /// - Throws: The error of read(2).
  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int

  /// Maps the page, and the ring buffer behind it, of an event, or its AUX buffer.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - offset: 0, or the `aux_offset` that was written into the event's page.
  ///   - length: The number of bytes: one page, or one plus a power of two pages; a
  ///     power of two pages for an AUX buffer.
  ///   - access: Whether the reader's position is written back.
  /// - Returns: The mapped memory, to be given back by ``unmap(_:)``.
  /// - Throws: The error of mmap(2).
  func map(
    _ descriptor: Int32, offset: Int, length: Int, access: MappingAccess
  ) throws(Errno) -> UnsafeMutableRawBufferPointer

  /// Gives mapped memory back.
  ///
  /// - Parameter memory: What ``map(_:offset:length:access:)`` returned.
  func unmap(_ memory: UnsafeMutableRawBufferPointer)

  /// Waits until one of several events has something to tell.
  ///
  /// - Parameters:
  ///   - descriptors: The events.
  ///   - milliseconds: How long to wait at most, 0 for not at all, nil for ever.
  /// - Returns: What each event tells, in the order of the descriptors; nothing of
  ///   any if the time is over.
  /// - Throws: The error of poll(2); ``Errno/interrupted`` if a signal came first, for
  ///   whoever waits for records may have been told to stop.
  func wait(
    for descriptors: [Int32], milliseconds: UInt32?
  ) throws(Errno) -> [EventReadiness]

  /// Closes an event.
  ///
  /// - Parameter descriptor: What ``open(_:target:group:flags:)`` returned.
  func close(_ descriptor: Int32)

  /// Reads a small file of `/sys`, `/proc` or tracefs.
  ///
  /// - Parameters:
  ///   - path: The absolute path.
  ///   - limit: The largest number of bytes to read.
  /// - Returns: The file's bytes.
  /// - Throws: The error of open(2) or read(2); ``Errno/fileTooLarge`` if there are
  ///   more bytes than the limit, ``Errno/isDirectory`` of a folder and
  ///   ``Errno/illegalSeek`` of a pipe or a device.
  func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8]

  /// Lists a folder of `/sys`, `/proc` or tracefs.
  ///
  /// - Parameter path: The absolute path.
  /// - Returns: The names in it, without `.` and `..`, sorted.
  /// - Throws: The error of opendir(3).
  func listDirectory(_ path: String) throws(Errno) -> [String]

  /// The size in bytes of the attributes that the kernel knows, if it says so.
  ///
  /// A larger structure is accepted only while all bytes behind that are zero.
  var attributeSize: UInt32? { get }

  /// The limits on open descriptors of this process, if they are known.
  var descriptorLimit: DescriptorLimit? { get }
}

extension Kernel {
  /// Reads a small text file and trims the white space around it.
  ///
  /// - Parameter path: The absolute path.
  /// - Returns: The text, with invalid UTF-8 repaired.
  /// - Throws: What ``readFile(_:limit:)`` throws.
  public func readText(_ path: String) throws(Errno) -> String {
    let bytes: [UInt8] = try readFile(path, limit: 1 << 16)
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0d).contains($0) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
