internal import CTraceEvent
internal import Glibc
internal import PerfData

extension PrintExpression {
  /// Computes a number; nothing when it is not understood.
  @unsafe
  func value(_ argument: Argument?) -> UInt64? {
    guard let argument = unsafe argument else { return nil }
    switch unsafe argument.pointee.type {
    case TEP_PRINT_ATOM:
      return unsafe argument.pointee.atom.atom.map { unsafe strtoull($0, nil, 0) }
    case TEP_PRINT_FIELD:
      return unsafe number(argument.pointee.field.name)
    case TEP_PRINT_TYPE:
      return unsafe cast(argument.pointee.typecast)
    case TEP_PRINT_DYNAMIC_ARRAY_LEN:
      guard let field = unsafe argument.pointee.dynarray.field else { return nil }
      return unsafe byteCount(field.pointee.name)
    case TEP_PRINT_OP:
      return unsafe result(argument.pointee.op)
    default:
      return nil
    }
  }

  @unsafe
  private func field(_ name: UnsafePointer<CChar>?) -> TracepointField? {
    unsafe name.flatMap { unsafe format.field(String(cString: $0)) }
  }

  @unsafe
  private func number(_ name: UnsafePointer<CChar>?) -> UInt64? {
    guard let field = unsafe field(name), field.kind == .integer || field.kind == .pointer,
      let integers = field.integers(in: raw), integers.count == 1
    else { return nil }
    return integers[0]
  }

  @unsafe
  private func byteCount(_ name: UnsafePointer<CChar>?) -> UInt64? {
    guard let bytes = unsafe field(name)?.bytes(in: raw) else { return nil }
    return UInt64(bytes.byteCount)
  }

  /// Computes a cast of a number that no such cast changes.
  @unsafe
  private func cast(_ cast: tep_print_arg_typecast) -> UInt64? {
    guard let number = unsafe value(cast.item), let type = unsafe cast.type else { return nil }
    if number < 128 { return number }
    let name = unsafe String(cString: type)
    let isByte = name.contains("8") || name.contains("char") || name.contains("bool")
    return !isByte && number < 32768 ? number : nil
  }

  @unsafe
  private func result(_ operation: tep_print_arg_op) -> UInt64? {
    guard let left = unsafe value(operation.left), let right = unsafe value(operation.right),
      let name = unsafe operation.op
    else { return nil }
    switch unsafe String(cString: name) {
    case "+": return left &+ right
    case "-": return left &- right
    case "*": return left &* right
    case "/": return right == 0 ? nil : left / right
    case "%": return right == 0 ? nil : left % right
    case "<<": return right < 64 ? left << right : nil
    case ">>": return right < 64 ? left >> right : nil
    case "&": return left & right
    case "|": return left | right
    case "^": return left ^ right
    default: return nil
    }
  }
}
