/// The form of names in which those of different tools can be compared.
///
/// Letters are capitals, and everything that is no letter or digit is `_`:
/// `br_misp_retired.all_branches`, `BR_MISP_RETIRED:ALL_BRANCHES` and
/// `BR_MISP_RETIRED_ALL_BRANCHES` are one. Equal words do not mean equal events, so that
/// the codes must be compared as well.
enum NameKey {
  static func of(_ name: String) -> String {
    var name: String = name
    return name.withUTF8 { bytes in
      unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for index in bytes.indices {
          let byte: UInt8 = unsafe bytes[index]
          let key: UInt8 =
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte & 0xdf
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
              byte
            default: byte < 0x80 ? UInt8(ascii: "_") : byte
            }
          unsafe buffer.initializeElement(at: index, to: key)
        }
        return bytes.count
      }
    }
  }
}
