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
    var children: [Int] = []
    var entries: UInt64 = 0
  }

  private let wordCount: Int
  private var places: [Place] = []
  private var roots: [Int] = []
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

  mutating func push(_ region: Region) {
    stack.append(child(of: stack.last, region))
    if starts.count < stack.count * wordCount {
      starts.append(contentsOf: repeatElement(0, count: wordCount))
    }
  }

  /// Takes the reading at the entry of the region that was entered last.
  @inline(__always)
  mutating func readStart(_ events: borrowing ThreadEvents) throws(CountingError) {
    let start: Int = (stack.count - 1) * wordCount
    var words: MutableSpan<UInt64> = starts.mutableSpan
    try events.read(into: &words, from: start)
  }

  /// Takes the reading at the end of the region that is to be left.
  @inline(__always)
  mutating func readEnd(_ events: borrowing ThreadEvents) throws(CountingError) {
    var words: MutableSpan<UInt64> = ends.mutableSpan
    try events.read(into: &words)
  }

  /// Forgets the region that was entered last.
  mutating func drop() {
    stack.removeLast()
  }

  /// Leaves the region that was entered last and adds the difference up.
  mutating func pop() {
    let place: Int = stack.removeLast()
    let start: Int = stack.count * wordCount
    for word in 0..<wordCount {
      totals[place * wordCount + word] &+= ends[word] &- starts[start + word]
    }
    places[place].entries += 1
  }

  /// All places, each before those within it.
  func depthFirst() -> [Node] {
    var result: [Node] = []
    var open: [Int] = roots.reversed()
    while let place = open.popLast() {
      result.append(node(place))
      open += places[place].children.reversed()
    }
    return result
  }

  private func node(_ place: Int) -> Node {
    let total: [UInt64] = words(of: place)
    var own: [UInt64] = total
    for child in places[place].children {
      for (word, value) in words(of: child).enumerated() { own[word] &-= value }
    }
    return Node(
      region: places[place].region, depth: places[place].depth,
      entries: places[place].entries, total: total, own: own)
  }

  private func words(of place: Int) -> [UInt64] {
    Array(totals[place * wordCount..<(place + 1) * wordCount])
  }

  private mutating func child(of parent: Int?, _ region: Region) -> Int {
    let siblings: [Int] = parent.map { places[$0].children } ?? roots
    for place in siblings where places[place].region == region { return place }
    let place: Int = places.count
    places.append(Place(region: region, depth: parent.map { places[$0].depth + 1 } ?? 0))
    totals.append(contentsOf: repeatElement(0, count: wordCount))
    if let parent { places[parent].children.append(place) } else { roots.append(place) }
    return place
  }
}
