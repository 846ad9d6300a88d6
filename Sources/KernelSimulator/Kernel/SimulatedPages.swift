/// Memory that stands for the mapped pages of an event.
///
/// Only the owner of the mapping and the kernel, under its lock, touch it.
@safe
final class SimulatedPages: @unchecked Sendable {
  let bytes: UnsafeMutableRawBufferPointer
  let event: Int

  init(of event: Int, length: Int) {
    self.event = event
    unsafe bytes = .allocate(byteCount: length, alignment: 4096)
    unsafe bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    unsafe bytes.deallocate()
  }
}
