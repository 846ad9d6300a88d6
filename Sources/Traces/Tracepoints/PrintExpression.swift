internal import CTraceEvent
internal import PerfData

/// The expression that prints a sample, with the numbers of one sample.
///
/// libtraceevent trusts some numbers in a sample: as an index, as a count of
/// elements or as a divisor. Here they are computed first and compared with the
/// size of the sample; an expression that is not understood counts as harmful.
@safe
struct PrintExpression: ~Escapable {
  typealias Argument = UnsafeMutablePointer<tep_print_arg>

  let format: TracepointFormat
  let raw: RawSpan
  /// More characters than anybody lets one value take.
  private static let mostWidth: UInt64 = 4096

  @_lifetime(copy raw)
  init(format: TracepointFormat, raw: RawSpan) {
    self.format = format
    self.raw = raw
  }

  /// Tells whether printing stays within the sample.
  @unsafe
  func isHarmless(_ first: Argument?, widths: [Int]) -> Bool {
    var next = unsafe first
    var index = 0
    while let argument = unsafe next {
      guard unsafe isHarmless(argument) else { return false }
      if widths.contains(index) {
        guard let width = unsafe value(argument), width <= PrintExpression.mostWidth else {
          return false
        }
      }
      unsafe next = argument.pointee.next
      index += 1
    }
    return true
  }

  @unsafe
  private func isHarmless(_ argument: Argument) -> Bool {
    guard unsafe PrintExpression.children(argument).allSatisfy({ unsafe isHarmless($0) }) else {
      return false
    }
    switch unsafe argument.pointee.type {
    case TEP_PRINT_HEX, TEP_PRINT_HEX_STR:
      let hex = unsafe argument.pointee.hex
      return unsafe isArray(hex.field) && fits(value(hex.size), 1)
    case TEP_PRINT_INT_ARRAY:
      let array = unsafe argument.pointee.int_array
      guard unsafe isArray(array.field), let size = unsafe value(array.el_size),
        size > 0, size <= 8
      else { return false }
      return unsafe fits(value(array.count), size)
    case TEP_PRINT_OP:
      let operation = unsafe argument.pointee.op
      guard let name = unsafe operation.op.map({ unsafe String(cString: $0) }) else { return false }
      if name == "/" || name == "%" {
        return unsafe operation.right.flatMap { unsafe value($0) } ?? 0 != 0
      }
      if name == "[" { return unsafe fits(value(operation.right), 8) }
      return true
    case TEP_PRINT_FUNC:
      return false
    default:
      return true
    }
  }

  /// Tells whether a number of elements can be part of the sample.
  private func fits(_ count: UInt64?, _ elementSize: UInt64) -> Bool {
    guard let count else { return false }
    return count <= UInt64(raw.byteCount) / elementSize
  }

  /// Tells whether an argument is of the two kinds that libtraceevent takes for arrays.
  @unsafe
  private func isArray(_ argument: Argument?) -> Bool {
    guard let argument = unsafe argument else { return false }
    let type = unsafe argument.pointee.type
    return type == TEP_PRINT_FIELD || type == TEP_PRINT_DYNAMIC_ARRAY
  }
}
