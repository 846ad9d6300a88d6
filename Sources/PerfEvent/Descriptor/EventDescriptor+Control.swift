extension EventDescriptor {
  /// Starts counting.
  ///
  /// A pinned event that had lost its counter is tried again. The corresponding C
  /// constant is `PERF_EVENT_IOC_ENABLE`.
  ///
  /// - Parameter scope: The event alone or its whole group.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func enable(_ scope: ControlScope = .event) throws(PerfEventError) {
    try control(.enable, scope.rawValue)
  }

  /// Stops counting.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_DISABLE`.
  ///
  /// - Parameter scope: The event alone or its whole group.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func disable(_ scope: ControlScope = .event) throws(PerfEventError) {
    try control(.disable, scope.rawValue)
  }

  /// Sets the count to zero; the times go on.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_RESET`.
  ///
  /// - Parameter scope: The event alone or its whole group.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func reset(_ scope: ControlScope = .event) throws(PerfEventError) {
    try control(.reset, scope.rawValue)
  }

  /// Enables a sampling event for a number of overflows.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_REFRESH`.
  ///
  /// - Parameter overflows: The number of overflows to add.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func refresh(overflows: Int32) throws(PerfEventError) {
    try control(.refresh, UInt64(bitPattern: Int64(overflows)))
  }

  /// Changes the sample period, or the frequency.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_PERIOD`.
  ///
  /// - Parameter period: The number of events, or of samples per second.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func setPeriod(_ period: UInt64) throws(PerfEventError) {
    _ = try exchange(.setPeriod, period)
  }

  /// Sends samples to the ring buffer of another event.
  ///
  /// Records arrive there as long as that buffer is mapped. The corresponding C
  /// constant is `PERF_EVENT_IOC_SET_OUTPUT`.
  ///
  /// - Parameter other: The event whose buffer is used, on the same CPU or task.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func redirectOutput(to other: borrowing EventDescriptor) throws(PerfEventError) {
    try control(.setOutput, UInt64(bitPattern: Int64(other.fileDescriptor)))
  }

  /// Sends samples to the event's own ring buffer again.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_SET_OUTPUT`, with -1.
  ///
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func restoreOutput() throws(PerfEventError) {
    try control(.setOutput, UInt64(bitPattern: -1))
  }

  /// Sets a filter on a tracepoint's fields or on addresses.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_SET_FILTER`.
  ///
  /// - Parameter filter: The filter in the kernel's text form.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``, invalid argument if the filter
  ///   cannot be parsed.
  public func setFilter(_ filter: String) throws(PerfEventError) {
    var text: [UInt8] = Array(filter.utf8) + [0]
    try exchange(.setFilter, &text)
  }

  /// Returns the identifier that samples and group reads bear.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_ID`.
  ///
  /// - Returns: The identifier, unique on the running system.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func identifier() throws(PerfEventError) -> UInt64 {
    try exchange(.id, 0)
  }

  /// Runs a BPF program at each event of a tracepoint or probe.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_SET_BPF`.
  ///
  /// - Parameter program: The descriptor of the loaded program.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func attach(bpfProgram program: Int32) throws(PerfEventError) {
    try control(.setBPF, UInt64(bitPattern: Int64(program)))
  }

  /// Pauses or resumes the ring buffer.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_PAUSE_OUTPUT`.
  ///
  /// - Parameter activity: Whether records are written.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func setOutput(_ activity: EventActivity) throws(PerfEventError) {
    try control(.pauseOutput, activity == .disabled ? 1 : 0)
  }

  /// Returns the BPF programs that are attached to the event's tracepoint.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_QUERY_BPF`.
  ///
  /// - Parameter limit: The largest number of programs to return.
  /// - Returns: The identifiers of the programs.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``, no space if there are more.
  public func bpfPrograms(limit: UInt16 = 64) throws(PerfEventError) -> [UInt32] {
    var words: [UInt32] = [UInt32](repeating: 0, count: 2 + Int(limit))
    words[0] = UInt32(limit)
    try exchange(.queryBPF, &words)
    return Array(words.dropFirst(2).prefix(Int(words[1])))
  }

  /// Moves a breakpoint, or changes another attribute of it.
  ///
  /// The corresponding C constant is `PERF_EVENT_IOC_MODIFY_ATTRIBUTES`. The
  /// descriptor's ``attributes`` stay those of the opening.
  ///
  /// - Parameter attributes: The new attributes, of the same type.
  /// - Throws: ``PerfEventError/systemCall(_:_:)``.
  public func modify(to attributes: EventAttributes) throws(PerfEventError) {
    var bytes: [UInt8] = attributes.bytes(
      byteOrder: .native, size: Int(attributes.smallestSize))
    try exchange(.modifyAttributes, &bytes)
  }

  private func control(
    _ request: ControlRequest, _ argument: UInt64
  ) throws(PerfEventError) {
    do {
      try kernel.control(fileDescriptor, request, argument: argument)
    } catch {
      throw .systemCall("ioctl \(request.name)", error)
    }
  }

  private func exchange(_ request: ControlRequest, _ value: UInt64) throws(PerfEventError) -> UInt64
  {
    var values: [UInt64] = [value]
    try exchange(request, &values)
    return values[0]
  }

  private func exchange<Element: BitwiseCopyable>(
    _ request: ControlRequest, _ values: inout [Element]
  ) throws(PerfEventError) {
    var span: MutableSpan<Element> = values.mutableSpan
    do {
      try unsafe span.withUnsafeMutableBytes { (memory) throws(Errno) in
        try unsafe kernel.control(fileDescriptor, request, memory: memory)
      }
    } catch {
      throw .systemCall("ioctl \(request.name)", error)
    }
  }
}

extension ControlRequest {
  /// The request's C name.
  fileprivate var name: String {
    switch self {
    case .enable: "PERF_EVENT_IOC_ENABLE"
    case .disable: "PERF_EVENT_IOC_DISABLE"
    case .refresh: "PERF_EVENT_IOC_REFRESH"
    case .reset: "PERF_EVENT_IOC_RESET"
    case .setPeriod: "PERF_EVENT_IOC_PERIOD"
    case .setOutput: "PERF_EVENT_IOC_SET_OUTPUT"
    case .setFilter: "PERF_EVENT_IOC_SET_FILTER"
    case .id: "PERF_EVENT_IOC_ID"
    case .setBPF: "PERF_EVENT_IOC_SET_BPF"
    case .pauseOutput: "PERF_EVENT_IOC_PAUSE_OUTPUT"
    case .queryBPF: "PERF_EVENT_IOC_QUERY_BPF"
    case .modifyAttributes: "PERF_EVENT_IOC_MODIFY_ATTRIBUTES"
    default: "request \(rawValue)"
    }
  }
}
