package import PerfEvent

/// Nothing is opened: files are all that the targets ask for.
extension FileTree {
  package func open(
    _ attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags
  ) throws(Errno) -> Int32 { throw .notImplemented }

  package func control(
    _ descriptor: Int32, _ request: ControlRequest, argument: UInt64
  ) throws(Errno) { throw .notImplemented }

  package func control(
    _ descriptor: Int32, _ request: ControlRequest, memory: UnsafeMutableRawBufferPointer
  ) throws(Errno) { throw .notImplemented }

  package func controlEventsOfThread(_ activity: EventActivity) throws(Errno) {
    throw .notImplemented
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int { throw .notImplemented }

  package func map(
    _ descriptor: Int32, offset: Int, length: Int, access: MappingAccess
  ) throws(Errno) -> UnsafeMutableRawBufferPointer { throw .notImplemented }

  package func wait(
    for descriptors: [Int32], milliseconds: UInt32?
  ) throws(Errno) -> [EventReadiness] { throw .notImplemented }

  package func unmap(_ memory: UnsafeMutableRawBufferPointer) {}

  package func close(_ descriptor: Int32) {}
}
