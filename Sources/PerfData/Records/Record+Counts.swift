internal import PerfEvent

extension Record {
  /// Compares the counts that a record claims with the bytes behind them.
  func countFault(_ body: FieldBytes) -> PerfDataError? {
    if let (count, limit) = kind.isKernel ? kernelCount(body) : recorderCount(body) {
      guard count > UInt64(clamping: limit) else { return nil }
      return PerfDataError(
        .invalidSize, subject: "\(kind) record", offset: offset, value: count,
        limit: UInt64(clamping: limit))
    }
    switch kind {
    case .read:
      var walker = SampleWalker(body.span, from: 16, isSwapped: isSwapped)
      walker.skipReadValues(ReadFormat(rawValue: layout?[0].readFormat ?? 0))
      return walker.fault(subject: "READ record", base: offset)
    case .simpleperfUnwindingResult:
      var walker = SampleWalker(body.span, from: 56, isSwapped: isSwapped)
      _ = SimpleperfUnwindingResultRecord.Places(&walker)
      return walker.fault(subject: "\(kind) record", base: offset)
    default:
      guard let needed = neededSize(body), needed > body.count else { return nil }
      return fault(.truncated, value: needed, limit: body.count)
    }
  }

  /// A count of elements, and how many the bytes can hold.
  private func kernelCount(_ body: FieldBytes) -> (UInt64, Int)? {
    switch kind {
    case .namespaces: (body.uint64(16), (body.count - 24) / 16)
    case .deferredCallchain: (body.uint64(16), (body.count - 24) / 8)
    case .textPoke:
      (UInt64(body.uint16(16)) + UInt64(body.uint16(18)), body.count - 20)
    default: nil
    }
  }

  private func recorderCount(_ body: FieldBytes) -> (UInt64, Int)? {
    switch kind {
    case .idIndex: (body.uint64(8), (body.count - 16) / 32)
    case .threadMap: (body.uint64(8), (body.count - 16) / 24)
    case .statConfiguration, .simpleperfEventID: (body.uint64(8), (body.count - 16) / 16)
    case .bpfMetadata: (body.uint64(520), (body.count - 528) / 320)
    case .compressed2: (body.uint64(8), body.count - 16)
    case .headerAttributes:
      (UInt64(HeaderAttributesRecord.attributeSize(body)), body.count - 8)
    case .headerTracingData, .simpleperfTracingData:
      (UInt64(body.uint32(8)), bytes.byteCount - TracingDataRecord.start(kind: kind, size: size))
    case .simpleperfKernelSymbols: (UInt64(body.uint32(8)), body.count - 12)
    case .simpleperfCallchain: (body.uint64(32), (body.count - 40) / 16)
    default: nil
    }
  }

  /// The bytes that a record needs in the form that it claims to have.
  private func neededSize(_ body: FieldBytes) -> Int? {
    switch kind {
    case .auxTraceError: body.uint32(28) >= 1 ? 48 : 40
    case .cpuMap: CPUMap.fault(body, at: 8).map { $0 + 8 }
    case .eventUpdate:
      body.uint64(8) == 3 ? CPUMap.fault(body, at: 24).map { $0 + 24 } : nil
    case .schedulerDomainStatistics:
      SchedulerDomainStatisticsRecord.leastSize(version: body.uint16(20))
    default: nil
    }
  }
}
