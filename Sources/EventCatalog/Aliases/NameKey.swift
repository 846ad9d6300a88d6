/// The form of names in which those of different tools can be compared.
///
/// Letters are small, and everything that is no letter or digit is `_`:
/// `br_misp_retired.all_branches`, `BR_MISP_RETIRED:ALL_BRANCHES` and
/// `BR_MISP_RETIRED_ALL_BRANCHES` are one. A key is a number made of the name in this
/// form; names of equal keys must still be compared. Equal words do not mean equal
/// events either, so that codes must be compared as well.
struct NameKey: Hashable, Sendable {
  private let number: UInt64

  init(_ name: String) {
    var name: String = name
    number = name.withUTF8 { bytes in
      unsafe bytes.reduce(0xcbf2_9ce4_8422_2325) { number, byte in
        (number ^ UInt64(NameFolding.folded(byte))) &* 0x100_0000_01b3
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(number)
  }

  /// Whether two names are one when written in this form.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8) { NameFolding.folded($0) == NameFolding.folded($1) }
  }
}
