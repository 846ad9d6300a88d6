/// The counters that a field names, such as `0,1,2,3`, `Fixed counter 1` or `FIXED`.
struct CounterText {
  var programmable: CounterSet?
  var fixed: CounterSet?

  /// Reads a field; words that are not understood say nothing.
  init(_ bytes: ArraySlice<UInt8>) {
    var number: Int?
    var isFixed: Bool = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ","):
        add(number, isFixed: isFixed)
        number = nil
        isFixed = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = min((number ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1000)
      case UInt8(ascii: "x"), UInt8(ascii: "X"): isFixed = true
      default: break
      }
    }
    add(number, isFixed: isFixed)
  }

  private mutating func add(_ number: Int?, isFixed: Bool) {
    if isFixed {
      fixed = (fixed ?? []).union(CounterSet(counter: number ?? 0))
    } else if let number {
      programmable = (programmable ?? []).union(CounterSet(counter: number))
    }
  }
}
