internal import CTraceEvent

/// A number of the sample that decides how far libtraceevent reads, or what it divides by.
@unsafe
enum PrintRisk {
  typealias Argument = PrintExpression.Argument

  /// What is not understood counts as harmful.
  case unknown
  case divisor(Argument?)
  /// A number of bytes.
  case count(Argument?)
  /// A position among elements of at most eight bytes.
  case index(Argument?)
  case array(count: Argument?, elementSize: Argument?)
  /// The width or precision of another argument.
  case width(Argument)

  /// Finds the risks of an expression, which are the same for all samples.
  ///
  /// - Parameters:
  ///   - first: The first of the arguments that are printed.
  ///   - widths: The positions of those that are the width or precision of others.
  /// - Returns: What has to be checked of every sample.
  @unsafe
  static func all(_ first: Argument?, widths: [Int]) -> [PrintRisk] {
    var risks: [PrintRisk] = unsafe []
    var next = unsafe first
    var index = 0
    while let argument = unsafe next {
      unsafe collect(argument, into: &risks)
      if widths.contains(index) { unsafe risks.append(.width(argument)) }
      unsafe next = argument.pointee.next
      index += 1
    }
    return unsafe risks
  }

  @unsafe
  private static func collect(_ argument: Argument, into risks: inout [PrintRisk]) {
    let children = unsafe PrintExpression.children(argument)
    for index in unsafe children.indices { unsafe collect(children[index], into: &risks) }
    switch unsafe argument.pointee.type {
    case TEP_PRINT_HEX, TEP_PRINT_HEX_STR:
      let hex = unsafe argument.pointee.hex
      unsafe risks.append(isArray(hex.field) ? .count(hex.size) : .unknown)
    case TEP_PRINT_INT_ARRAY:
      let array = unsafe argument.pointee.int_array
      unsafe risks.append(
        isArray(array.field)
          ? .array(count: array.count, elementSize: array.el_size) : .unknown)
    case TEP_PRINT_OP:
      let operation = unsafe argument.pointee.op
      switch unsafe operation.op.map({ unsafe String(cString: $0) }) {
      case nil: unsafe risks.append(.unknown)
      case "/", "%": unsafe risks.append(.divisor(operation.right))
      case "[": unsafe risks.append(.index(operation.right))
      default: break
      }
    case TEP_PRINT_FUNC: unsafe risks.append(.unknown)
    default: break
    }
  }

  /// Tells whether an argument is of the two kinds that libtraceevent takes for arrays.
  @unsafe
  private static func isArray(_ argument: Argument?) -> Bool {
    guard let argument = unsafe argument else { return false }
    let type = unsafe argument.pointee.type
    return type == TEP_PRINT_FIELD || type == TEP_PRINT_DYNAMIC_ARRAY
  }
}
