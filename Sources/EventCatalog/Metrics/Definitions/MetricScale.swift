/// What turns the value of a formula into the value that is shown.
public struct MetricScale: Hashable, Sendable {
  /// What the value is multiplied by.
  public var factor: Double
  /// The unit of the product, such as `%`, empty for a plain number.
  public var unit: String

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - factor: What the value is multiplied by.
  ///   - unit: The unit of the product.
  public init(factor: Double = 1, unit: String = "") {
    self.factor = factor
    self.unit = unit
  }

  /// Reads a scale of the kernel's files, such as `100%` or `6.4e-05MiB`.
  ///
  /// - Parameter text: A number and a unit; without a number the factor is 1.
  public init(parsing text: String) {
    let bytes = Array(text.utf8)
    let isNegative: Bool = bytes.first == UInt8(ascii: "-")
    let start: Int = isNegative ? 1 : 0
    guard let end = NumberText.endOfFraction(bytes, from: start),
      let number = NumberText.decimalFraction(bytes[start..<end])
    else {
      self.init(unit: text)
      return
    }
    self.init(
      factor: isNegative ? -number : number, unit: String(decoding: bytes[end...], as: UTF8.self))
  }
}

extension MetricScale: CustomStringConvertible {
  /// The scale as the kernel's files write it, empty for a plain number.
  public var description: String {
    factor == 1 && unit.isEmpty ? "" : DecimalText.text(of: factor) + unit
  }
}

extension MetricDefinition {
  /// What turns the value of the formula into the value that is shown.
  public var valueScale: MetricScale { MetricScale(factor: scale, unit: unitName) }
}
