/// Lists of records that wait, each sorted by time.
struct SortedLists {
  /// A list, and the segment in which its records lie.
  struct List {
    var places: [RecordPlace] = []
    var segment: Int = 0
  }

  private var lists: [List] = []
  private var free: [Int] = []
  /// Takes the records of the list that is being made.
  var sorter: PlaceSorter = PlaceSorter()
  /// The number of records in all lists.
  private(set) var count: Int = 0

  func segment(of index: Int) -> Int { lists[index].segment }

  /// The records of a list, for a caller who lets go of them before the list.
  @unsafe
  @_lifetime(immortal)
  func places(of index: Int) -> Span<RecordPlace> {
    // An array's elements stay in place as long as it is kept and not changed.
    let places = unsafe lists[index].places.withUnsafeBufferPointer { unsafe $0 }
    return unsafe _overrideLifetime(Span(_unsafeElements: places), copying: ())
  }

  /// Makes a list of the records that were given to the sorter.
  ///
  /// - Returns: Their list and the first record; nothing without records.
  mutating func insertSorted(segment: Int) -> (list: Int, place: RecordPlace)? {
    let sorted = sorter.takeSorted()
    guard let first = sorted.first else { return nil }
    count += sorted.count
    let list = List(places: sorted, segment: segment)
    if let index = free.popLast() {
      lists[index] = list
      return (index, first)
    }
    lists.append(list)
    return (lists.count - 1, first)
  }

  /// Lets go of a list.
  mutating func remove(_ index: Int) {
    count -= lists[index].places.count
    lists[index].places = []
    free.append(index)
  }
}
