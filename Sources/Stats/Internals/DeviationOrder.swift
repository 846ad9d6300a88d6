/// The order statistics of the absolute deviations from the median of a sorted
/// sample, without computing or sorting all of them.
///
/// Deviations fall towards the middle and rise behind it, so they form two
/// sorted lists, and a rank in their union is found by bisection in O(log n).
struct DeviationOrder<Deviation: Comparable> {
  let count: Int
  /// The absolute deviation of the sorted value at an index.
  let deviation: (Int) -> Deviation

  /// The absolute deviation with `rank` others before it in ascending order.
  subscript(rank: Int) -> Deviation {
    let leftCount = count / 2
    let rightCount = count - leftCount
    // How many of the rank + 1 least deviations lie left of the middle.
    var fewest = max(0, rank + 1 - rightCount)
    var most = min(rank + 1, leftCount)
    while fewest < most {
      let fromLeft = (fewest + most) / 2
      let fromRight = rank + 1 - fromLeft
      // A right value was taken although the next left one is smaller.
      if fromRight > 0 && left(fromLeft) < right(fromRight - 1) {
        fewest = fromLeft + 1
      } else {
        most = fromLeft
      }
    }
    let fromRight = rank + 1 - fewest
    if fewest == 0 { return right(fromRight - 1) }
    if fromRight == 0 { return left(fewest - 1) }
    return max(left(fewest - 1), right(fromRight - 1))
  }

  private func left(_ index: Int) -> Deviation { deviation(count / 2 - 1 - index) }

  private func right(_ index: Int) -> Deviation { deviation(count / 2 + index) }
}
