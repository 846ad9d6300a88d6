extension PerfDataError: CustomStringConvertible {
  /// One sentence that says what is wrong and where.
  public var description: String {
    let suffix = detail.isEmpty ? "" : ": \(detail)"
    switch code {
    case .inaccessible:
      let reason = systemError.map { ": \($0)" } ?? ""
      return "cannot read \(subject)\(reason)\(suffix)"
    case .unwritable:
      let reason = systemError.map { ": \($0)" } ?? ""
      return "cannot write \(subject)\(reason)\(suffix)"
    case .unacceptable:
      return "the \(subject) at \(place) cannot be written\(suffix)"
    case .notPerfData:
      return "not a perf.data file\(suffix)"
    case .truncated:
      return "the data end within the \(subject) at \(place): \(value) bytes needed, "
        + "\(limit) there\(suffix)"
    case .invalidSize:
      return "the \(subject) at \(place) claims \(value), but at most \(limit) is possible\(suffix)"
    case .unknownIdentifier:
      return "the \(subject) at \(place) has identifier \(value), which belongs to no event"
    default:
      return "\(code.rawValue): the \(subject) at \(place) cannot be read\(suffix)"
    }
  }

  private var place: String {
    let digits = String(offset, radix: 16)
    return part == 0 ? "offset 0x\(digits)" : "offset 0x\(digits) of data.\(part - 1)"
  }
}
