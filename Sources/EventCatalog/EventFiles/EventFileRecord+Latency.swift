extension EventFileRecord {
  /// The latency that three fields say, nil without a mean.
  func latency(
    mean: EventFileField, minimum: EventFileField, maximum: EventFileField,
    doubts: inout [EventSourceError]
  ) -> RetirementLatency? {
    guard let mean = cycles(mean, doubts: &doubts) else { return nil }
    return RetirementLatency(
      mean: mean, minimum: cycles(minimum, doubts: &doubts),
      maximum: cycles(maximum, doubts: &doubts))
  }

  private func cycles(_ field: EventFileField, doubts: inout [EventSourceError]) -> Double? {
    guard let text = text(field) else { return nil }
    guard let cycles = Double(text), cycles.isFinite, cycles >= 0 else {
      doubts.append(invalid(field))
      return nil
    }
    return cycles
  }
}
