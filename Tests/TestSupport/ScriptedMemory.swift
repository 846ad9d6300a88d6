/// Memory that stands for the mapped pages of an event.
///
/// Its user decides which thread touches it when.
package final class ScriptedMemory: @unchecked Sendable {
  /// All bytes, aligned to a page.
  package let bytes: UnsafeMutableRawBufferPointer
  let descriptor: Int32

  init(descriptor: Int32, length: Int) {
    self.descriptor = descriptor
    bytes = .allocate(byteCount: length, alignment: 4096)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    bytes.deallocate()
  }

  /// Stores a field of the mapped page, or a record behind it.
  package func store<Value: BitwiseCopyable>(_ value: Value, at offset: Int) {
    bytes.storeBytes(of: value, toByteOffset: offset, as: Value.self)
  }

  /// Loads a field of the mapped page.
  package func load<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value {
    bytes.loadUnaligned(fromByteOffset: offset, as: type)
  }
}
