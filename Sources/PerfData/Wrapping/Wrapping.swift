/// The form in which a whole file is packed.
enum Wrapping {
  case gzip
  case xz
  case zstd

  /// Recognises the form by the first bytes.
  init?(_ bytes: RawSpan) {
    let forms: [(Wrapping, [UInt8])] = [
      (.gzip, [0x1f, 0x8b, 8]), (.xz, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
      (.zstd, [0x28, 0xb5, 0x2f, 0xfd]),
    ]
    let found = unsafe bytes.withUnsafeBytes { buffer in
      forms.first { unsafe buffer.starts(with: $0.1) }?.0
    }
    guard let found else { return nil }
    self = found
  }

  /// The name of the program that unpacks it.
  var program: String {
    switch self {
    case .gzip: "gunzip"
    case .xz: "unxz"
    case .zstd: "unzstd"
    }
  }

  /// The library that is needed and may be absent.
  var library: String? {
    switch self {
    case .gzip: GzipDecoder.library
    case .xz: XZDecoder.library
    case .zstd: nil
    }
  }
}
