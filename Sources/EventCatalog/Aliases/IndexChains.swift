/// Lists of numbers by key, all in two pieces of memory.
///
/// Most keys have one or two numbers, for which an array each would cost more than all
/// the rest of an index.
struct IndexChains<Key: Hashable & Sendable>: Sendable {
  private struct Ends: Sendable {
    var first: Int32
    var last: Int32
  }

  private struct Link: Sendable {
    var number: Int32
    var next: Int32
  }

  private var ends: [Key: Ends] = [:]
  private var links: [Link] = []

  mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    links.reserveCapacity(count)
  }

  /// Adds a number to the list of a key.
  mutating func append(_ number: Int, to key: Key) {
    let place = Int32(clamping: links.count)
    links.append(Link(number: Int32(clamping: number), next: -1))
    var known = ends[key] ?? Ends(first: place, last: place)
    if known.last != place {
      links[Int(known.last)].next = place
      known.last = place
    }
    ends[key] = known
  }

  /// The numbers of a key in the order in which they were added.
  subscript(key: Key) -> [Int] {
    guard let known = ends[key] else { return [] }
    var numbers: [Int] = []
    var place: Int32 = known.first
    while place >= 0 {
      let link: Link = links[Int(place)]
      numbers.append(Int(link.number))
      place = link.next
    }
    return numbers
  }
}
