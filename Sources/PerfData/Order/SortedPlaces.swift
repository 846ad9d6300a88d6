/// A record that waits, by its time and its place.
struct RecordPlace: BitwiseCopyable, Sendable {
  var time: UInt64
  /// Where it begins in its segment, with the marks in front of it.
  var start: Int
  /// In a transcript, where in the file it comes from.
  var piece: UInt64
  var part: Int32

  @inline(__always)
  func precedes(_ other: RecordPlace) -> Bool {
    time < other.time || time == other.time && start < other.start
  }
}

extension Array where Element == RecordPlace {
  /// Sorts places that stand in the order of the file by their time.
  ///
  /// The times of a recording are those of a few buffers in turns. Each record goes
  /// on the first of a few piles on which it is the latest, and the piles are
  /// merged; only what takes more piles is sorted in earnest.
  func sortedByTime(scratch: inout [[RecordPlace]]) -> [RecordPlace] {
    let most = 8
    while scratch.count < most { scratch.append([]) }
    for index in scratch.indices { scratch[index].removeAll(keepingCapacity: true) }
    var pile = 0
    var last = [UInt64](repeating: 0, count: most)
    for place in self {
      if place.time < last[pile] {
        pile = 0
        while pile < most && place.time < last[pile] { pile += 1 }
        if pile == most { return sorted { $0.precedes($1) } }
      }
      last[pile] = place.time
      scratch[pile].append(place)
    }
    var result = scratch[0]
    for index in 1..<most where !scratch[index].isEmpty {
      result = result.merged(with: scratch[index])
    }
    return result
  }

  /// Merges two sorted lists.
  private func merged(with other: [RecordPlace]) -> [RecordPlace] {
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
