/// The places at which regions were entered, with their totals, and the regions
/// that are entered now.
struct RegionTree {
  /// A region at one place in the nesting, as it is handed out.
  struct Node {
    let region: Region
    let depth: Int
    let entries: UInt64
    let total: [UInt64]
    let own: [UInt64]
  }

  private struct Place {
    let region: Region
    let depth: Int
    var entries: UInt64 = 0
    /// The first place within this one and the next one beside it, or -1.
    var firstChild: Int = -1
    var sibling: Int = -1
  }

  private let wordCount: Int
  private var places: [Place] = []
  /// The first place that is within no other, or -1.
  private var firstRoot: Int = -1
  /// The words of all places, one after the other.
  private var totals: [UInt64] = []
  /// The places that are entered now, and their readings at entry.
  private var stack: [Int] = []
  private var starts: [UInt64] = []
  private var ends: [UInt64]

  init(wordCount: Int) {
    self.wordCount = wordCount
    ends = [UInt64](repeating: 0, count: wordCount)
  }

  /// The region that was entered last.
  var innermost: Region? { stack.last.map { places[$0].region } }

  /// Enters a region and takes the reading at its start.
  @inline(__always)
  mutating func enter(
    _ region: Region, _ events: borrowing ThreadEvents
  ) throws(CountingError) {
    let start: Int = stack.count * wordCount
    stack.append(child(of: stack.last ?? -1, region))
    if starts.count < start + wordCount {
      starts.append(contentsOf: repeatElement(0, count: wordCount))
    }
    do {
      var words: MutableSpan<UInt64> = starts.mutableSpan
      try events.read(into: &words, from: start)
    } catch {
      stack.removeLast()
      throw error
    }
  }

  /// Takes the reading at the end of the region that was entered last, leaves it
  /// and adds the difference up.
  ///
  /// - Returns: Whether the region is the one expected; if not, nothing is left.
  @inline(__always)
  mutating func leave(
    _ region: Region, _ events: borrowing ThreadEvents
  ) throws(CountingError) -> Bool {
    var words: MutableSpan<UInt64> = ends.mutableSpan
    try events.read(into: &words)
    guard let place = stack.last, places[place].region == region else { return false }
    stack.removeLast()
    let start: Int = stack.count * wordCount
    let total: Int = place * wordCount
    for word in 0..<wordCount {
      totals[total + word] &+= ends[word] &- starts[start + word]
    }
    places[place].entries += 1
    return true
  }

  /// All places, each before those within it.
  func depthFirst() -> [Node] {
    var result: [Node] = []
    var open: [Int] = chain(from: firstRoot).reversed()
    while let place = open.popLast() {
      result.append(node(place))
      open += chain(from: places[place].firstChild).reversed()
    }
    return result
  }

  private func node(_ place: Int) -> Node {
    let total: [UInt64] = words(of: place)
    var own: [UInt64] = total
    for child in chain(from: places[place].firstChild) {
      for (word, value) in words(of: child).enumerated() { own[word] &-= value }
    }
    return Node(
      region: places[place].region, depth: places[place].depth,
      entries: places[place].entries, total: total, own: own)
  }

  private func words(of place: Int) -> [UInt64] {
    Array(totals[place * wordCount..<(place + 1) * wordCount])
  }

  /// A place and those beside it, in the order of first entry.
  private func chain(from place: Int) -> [Int] {
    Array(sequence(first: place) { places[$0].sibling }.prefix { $0 >= 0 })
  }

  /// The place of a region within another place, made at the first entry.
  private mutating func child(of parent: Int, _ region: Region) -> Int {
    var last: Int = -1
    var place: Int = parent < 0 ? firstRoot : places[parent].firstChild
    while place >= 0 {
      if places[place].region == region { return place }
      last = place
      place = places[place].sibling
    }
    place = places.count
    places.append(Place(region: region, depth: parent < 0 ? 0 : places[parent].depth + 1))
    totals.append(contentsOf: repeatElement(0, count: wordCount))
    if last >= 0 {
      places[last].sibling = place
    } else if parent >= 0 {
      places[parent].firstChild = place
    } else {
      firstRoot = place
    }
    return place
  }
}
