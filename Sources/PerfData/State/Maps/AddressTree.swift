/// Ranges of addresses that do not overlap, in a balanced tree that is never changed.
///
/// A change makes a new tree, which shares all but a path of O(log n) nodes with
/// the old one. So a process costs nothing to copy, and every former state of its
/// memory stays at hand for as long as somebody keeps it.
struct AddressTree: Sendable {
  final class Node: Sendable {
    let region: MappedRegion
    let left: Node?
    let right: Node?
    let height: Int

    init(_ left: Node?, _ region: MappedRegion, _ right: Node?) {
      self.left = left
      self.region = region
      self.right = right
      height = max(left?.height ?? 0, right?.height ?? 0) + 1
    }
  }

  private(set) var root: Node?
  /// The ranges of the program that was replaced by the present one.
  private var replaced: Node?

  /// The memory of a program that takes the place of this one.
  ///
  /// The kernel tells of the new program before it leaves the stack of the old
  /// one, so that samples taken in between still have its addresses.
  var afterExec: AddressTree {
    var tree = AddressTree()
    tree.replaced = root
    return tree
  }

  /// Finds the range that holds an address.
  func region(at address: UInt64) -> MappedRegion? {
    Self.region(at: address, in: root)
  }

  /// Finds the range that held an address in the program before.
  func formerRegion(at address: UInt64) -> MappedRegion? {
    Self.region(at: address, in: replaced)
  }

  private static func region(at address: UInt64, in root: Node?) -> MappedRegion? {
    var next = root
    while let node = next {
      if address < node.region.address {
        next = node.left
      } else if address > node.region.lastAddress {
        next = node.right
      } else {
        return node.region
      }
    }
    return nil
  }

  /// Finds the last range that begins at an address or in front of it.
  func region(before address: UInt64) -> MappedRegion? {
    var next = root
    var found: MappedRegion?
    while let node = next {
      if address < node.region.address {
        next = node.left
      } else {
        found = node.region
        next = node.right
      }
    }
    return found
  }

  /// The ranges, ascending.
  var regions: [MappedRegion] {
    var found: [MappedRegion] = []
    var path: [Node] = []
    var next = root
    while true {
      if let node = next {
        path.append(node)
        next = node.left
      } else if let node = path.popLast() {
        found.append(node.region)
        next = node.right
      } else {
        return found
      }
    }
  }

  /// Puts a range in place of whatever was there; ranges in part beneath it are cut.
  mutating func insert(_ region: MappedRegion) {
    let (less, greater) = Self.clear(root, region.address, through: region.lastAddress)
    root = Self.join(less, region, greater)
  }

  /// Takes away whatever lies between two addresses.
  mutating func remove(_ first: UInt64, through last: UInt64) {
    let (less, greater) = Self.clear(root, first, through: last)
    root = Self.concatenate(less, greater)
  }
}

extension AddressTree {
  /// Splits a tree into what lies in front of and what lies behind a range.
  private static func clear(
    _ root: Node?, _ first: UInt64, through last: UInt64
  ) -> (less: Node?, greater: Node?) {
    var (less, rest) = split(root, first)
    var tail: MappedRegion?
    if let before = greatest(less), before.lastAddress >= first {
      less = withoutGreatest(less)
      // The first address of this range is less, so there is one in front of `first`.
      less = join(less, before.extracting(before.address, through: first - 1), nil)
      if before.lastAddress > last {
        tail = before.extracting(last + 1, through: before.lastAddress)
      }
    }
    if last == .max { return (less, nil) }
    let (covered, greater) = split(rest, last + 1)
    rest = greater
    if let end = greatest(covered), end.lastAddress > last {
      tail = end.extracting(last + 1, through: end.lastAddress)
    }
    if let tail { rest = join(nil, tail, rest) }
    return (less, rest)
  }

  /// Splits a tree into the ranges that begin in front of an address and the others.
  private static func split(_ node: Node?, _ address: UInt64) -> (less: Node?, rest: Node?) {
    guard let node else { return (nil, nil) }
    if node.region.address < address {
      let (less, rest) = split(node.right, address)
      return (join(node.left, node.region, less), rest)
    }
    let (less, rest) = split(node.left, address)
    return (less, join(rest, node.region, node.right))
  }

  private static func height(_ node: Node?) -> Int { node?.height ?? 0 }

  /// Joins two trees of any heights with a range that lies between them.
  private static func join(_ left: Node?, _ region: MappedRegion, _ right: Node?) -> Node {
    if let left, left.height > height(right) + 2 {
      return balance(left.left, left.region, join(left.right, region, right))
    }
    if let right, right.height > height(left) + 2 {
      return balance(join(left, region, right.left), right.region, right.right)
    }
    return Node(left, region, right)
  }

  private static func concatenate(_ left: Node?, _ right: Node?) -> Node? {
    guard let last = greatest(left) else { return right }
    return join(withoutGreatest(left), last, right)
  }

  private static func greatest(_ node: Node?) -> MappedRegion? {
    var last = node
    while let next = last?.right { last = next }
    return last?.region
  }

  private static func withoutGreatest(_ node: Node?) -> Node? {
    guard let node else { return nil }
    guard let right = node.right else { return node.left }
    return balance(node.left, node.region, withoutGreatest(right))
  }

  /// Joins two trees whose heights differ by at most three, so that those of the
  /// result differ by at most two.
  private static func balance(_ left: Node?, _ region: MappedRegion, _ right: Node?) -> Node {
    if let left, left.height > height(right) + 2 {
      if height(left.left) >= height(left.right) {
        return Node(left.left, left.region, Node(left.right, region, right))
      }
      if let middle = left.right {
        return Node(
          Node(left.left, left.region, middle.left), middle.region,
          Node(middle.right, region, right))
      }
    }
    if let right, right.height > height(left) + 2 {
      if height(right.right) >= height(right.left) {
        return Node(Node(left, region, right.left), right.region, right.right)
      }
      if let middle = right.left {
        return Node(
          Node(left, region, middle.left), middle.region,
          Node(middle.right, right.region, right.right))
      }
    }
    return Node(left, region, right)
  }
}
