/// A record that waits, by its time and its place.
@usableFromInline
struct RecordPlace: BitwiseCopyable, Sendable {
  @usableFromInline var time: UInt64
  /// Where it begins in its segment, with the marks in front of it.
  @usableFromInline var start: Int
  /// In a transcript, where in the file it comes from.
  var piece: UInt64
  @usableFromInline var part: Int32

  @inline(__always)
  func precedes(_ other: RecordPlace) -> Bool {
    time < other.time || time == other.time && start < other.start
  }
}

/// Sorts places that come in the order of the file by their time.
///
/// The times of a recording are those of a few buffers in turns. Each record goes on
/// the first of a few piles on which it is the latest, and the piles are merged;
/// only what takes more piles is sorted in earnest.
struct PlaceSorter {
  private static let mostPiles: Int = 8
  private var piles: [[RecordPlace]] = [[RecordPlace]](repeating: [], count: mostPiles + 1)
  private var last: [UInt64] = [UInt64](repeating: 0, count: mostPiles + 1)
  /// The pile of the last record; the one behind the others takes what fits on none.
  private var pile: Int = 0

  @inline(__always)
  mutating func add(_ place: RecordPlace) {
    if place.time < last[pile] { choosePile(place.time) }
    last[pile] = place.time
    piles[pile].append(place)
  }

  @inline(never)
  private mutating func choosePile(_ time: UInt64) {
    if pile == Self.mostPiles { return }
    pile = 0
    while pile < Self.mostPiles && time < last[pile] { pile += 1 }
  }

  /// Hands out what was added, and begins anew.
  mutating func takeSorted() -> [RecordPlace] {
    if !piles[Self.mostPiles].isEmpty { piles[Self.mostPiles].sort { $0.precedes($1) } }
    var result = piles[0]
    for index in 1...Self.mostPiles where !piles[index].isEmpty {
      result = result.merged(with: piles[index])
    }
    for index in piles.indices {
      piles[index].removeAll(keepingCapacity: piles[index].count < 1 << 12)
      last[index] = 0
    }
    pile = 0
    return result
  }
}

extension [RecordPlace] {
  /// Merges two sorted lists.
  fileprivate func merged(with other: [RecordPlace]) -> [RecordPlace] {
    var (mine, theirs) = (0, 0)
    var result: [RecordPlace] = []
    result.reserveCapacity(count + other.count)
    while mine < count && theirs < other.count {
      if other[theirs].precedes(self[mine]) {
        result.append(other[theirs])
        theirs += 1
      } else {
        result.append(self[mine])
        mine += 1
      }
    }
    result.append(contentsOf: self[mine...])
    result.append(contentsOf: other[theirs...])
    return result
  }
}
