/// A change of the memory of a process.
enum MapChange: LifeChange {
  /// A mapping in place of what was there.
  case map(MappedRegion)
  /// An end of mappings.
  case unmap(UInt64, through: UInt64)
  /// A program that was executed, which begins with memory of its own.
  case exec

  static var initialState: AddressTree { AddressTree() }

  func applied(to state: AddressTree) -> AddressTree {
    var tree = state
    switch self {
    case .map(let region): tree.insert(region)
    case .unmap(let first, let last): tree.remove(first, through: last)
    case .exec: return state.afterExec
    }
    return tree
  }
}
