import PerfEvent

/// Ends the program unless attributes survive being written and parsed, in either
/// byte order.
///
/// Their bytes are compared, since unknown fields grow by zeros when they are
/// written at a larger size.
func checkRoundTrip(
  of attributes: EventAttributes, size: Int
) throws(EventAttributesError) {
  let bytes: [UInt8] = attributes.bytes(byteOrder: .littleEndian, size: size)
  guard bytes.count == size else { fatalError("\(bytes.count) bytes instead of \(size)") }
  for order in [ByteOrder.littleEndian, .bigEndian] {
    let written: [UInt8] = attributes.bytes(byteOrder: order, size: size)
    let again = try EventAttributes(parsing: written.span.bytes, byteOrder: order)
    guard again.bytes(byteOrder: .littleEndian, size: size) == bytes else {
      fatalError("written and parsed again, attributes differ")
    }
  }
}
