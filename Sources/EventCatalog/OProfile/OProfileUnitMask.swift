/// A set of unit masks by the name that events refer to.
struct OProfileUnitMask: Hashable {
  /// How the masks of a set may be chosen.
  enum Kind: String {
    /// There is no choice.
    case mandatory
    /// Any sum of the masks.
    case bitmask
    /// One of the masks.
    case exclusive
  }

  /// What is meant when no mask is named.
  enum Default: Hashable {
    case value(UInt64)
    case name(String)
  }

  var name: String
  var kind: Kind
  var defaultMask: Default
  var entries: [Entry] = []

  /// One mask of a set.
  struct Entry: Hashable {
    var value: UInt64
    /// The number as the file writes it.
    var text: String
    /// The name; nil where a mask has none.
    var name: String?
    var extra: Extra = Extra()
    var description: String
  }

  /// What a mask sets beside the unit mask.
  struct Extra: Hashable {
    var isEdge: Bool = false
    var isAnyThread: Bool = false
    var isInverted: Bool = false
    var isPrecise: Bool = false
    var counterMask: UInt64 = 0
  }

  /// The mask that is meant when none is named.
  ///
  /// A number that several masks share means the first of them.
  var defaultEntry: Entry? {
    switch defaultMask {
    case .value(let value): entries.first { $0.value == value }
    case .name(let name): entries.first { $0.name == name }
    }
  }

  /// The masks that a number alone cannot tell apart.
  var sharedValues: Set<UInt64> {
    var seen: Set<UInt64> = []
    return Set(entries.map(\.value).filter { !seen.insert($0).inserted })
  }
}
