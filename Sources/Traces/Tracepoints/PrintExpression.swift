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

  /// Tells whether printing stays within the sample, as far as an argument decides it.
  @unsafe
  func isHarmless(_ risk: PrintRisk) -> Bool {
    switch unsafe risk {
    case .unknown: false
    case .divisor(let divisor): unsafe value(divisor) ?? 0 != 0
    case .count(let count): unsafe fits(value(count), 1)
    case .index(let index): unsafe fits(value(index), 8)
    case .array(let count, let elementSize):
      if let size = unsafe value(elementSize), size > 0, size <= 8 {
        unsafe fits(value(count), size)
      } else {
        false
      }
    case .width(let width):
      if let width = unsafe value(width) { width <= PrintExpression.mostWidth } else { false }
    }
  }

  /// Tells whether a number of elements can be part of the sample.
  private func fits(_ count: UInt64?, _ elementSize: UInt64) -> Bool {
    guard let count else { return false }
    return count <= UInt64(raw.byteCount) / elementSize
  }
}
