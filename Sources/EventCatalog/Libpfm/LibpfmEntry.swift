/// An event of libpfm4's tables with its attributes.
public struct LibpfmEntry: Hashable, Sendable {
  /// The event.
  public var event: LibpfmEvent
  /// Its attributes in the order of the library.
  public var attributes: [LibpfmAttribute]

  /// The attributes that are unit masks.
  public var unitMasks: [LibpfmAttribute] { attributes.filter { $0.kind == .unitMask } }
}
