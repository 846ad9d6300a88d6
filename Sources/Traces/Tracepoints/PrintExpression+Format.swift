internal import CTraceEvent

extension PrintExpression {
  /// Finds the arguments that give the width or precision of others.
  ///
  /// - Returns: Their positions; nothing when a width in the text itself is absurd,
  ///   or when libtraceevent does not know a conversion.
  static func widths(_ format: String) -> [Int]? {
    var widths: [Int] = []
    var argument = 0
    var isConversion = false
    var digits = 0
    for byte in format.utf8 {
      guard isConversion else {
        isConversion = byte == UInt8(ascii: "%")
        digits = 0
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if digits > 4 { return nil }
      case UInt8(ascii: "*"):
        widths.append(argument)
        argument += 1
      case _ where "#-+ .lhzLjqt".utf8.contains(byte): digits = 0
      case UInt8(ascii: "%"): isConversion = false
      // For others libtraceevent takes no argument, so that all behind them are moved.
      case _ where "diouxXcsp".utf8.contains(byte):
        argument += 1
        isConversion = false
      default: return nil
      }
    }
    return widths
  }

  /// The arguments of which an argument is made.
  @unsafe
  static func children(_ argument: Argument) -> [Argument] {
    let all: [Argument?]
    switch unsafe argument.pointee.type {
    case TEP_PRINT_TYPE: unsafe all = [argument.pointee.typecast.item]
    case TEP_PRINT_FLAGS: unsafe all = [argument.pointee.flags.field]
    case TEP_PRINT_SYMBOL: unsafe all = [argument.pointee.symbol.field]
    case TEP_PRINT_HEX, TEP_PRINT_HEX_STR:
      unsafe all = [argument.pointee.hex.field, argument.pointee.hex.size]
    case TEP_PRINT_INT_ARRAY:
      let array = unsafe argument.pointee.int_array
      unsafe all = [array.field, array.count, array.el_size]
    case TEP_PRINT_OP: unsafe all = [argument.pointee.op.left, argument.pointee.op.right]
    case TEP_PRINT_DYNAMIC_ARRAY: unsafe all = [argument.pointee.dynarray.index]
    default: unsafe all = []
    }
    return unsafe all.compactMap { unsafe $0 }
  }
}
