package import PerfEvent
import Synchronization

extension ScriptedKernel {
  /// Opens an event unless a rule refuses it.
  package func open(
    _ attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags
  ) throws(Errno) -> Int32 {
    let call = ScriptedOpen(attributes: attributes, target: target, group: group, flags: flags)
    // Rules may ask the kernel themselves, so the lock is not held meanwhile.
    let rules: [OpenRule] = state.withLock { $0.openRules }
    var refusal: Errno?
    for rule in rules where refusal == nil { refusal = rule(call) }
    let answer: ScriptedAnswer = state.withLock { state in
      let answer: ScriptedAnswer = Self.open(call, refusal: refusal, in: &state)
      state.calls.append(.open(call, answer: answer))
      return answer
    }
    switch answer {
    case .descriptor(let descriptor): return descriptor
    case .refused(let error): throw error
    }
  }

  private static func open(
    _ call: ScriptedOpen, refusal: Errno?, in state: inout State
  ) -> ScriptedAnswer {
    if let refusal { return .refused(refusal) }
    if let known = state.attributeSize, call.attributes.smallestSize > known {
      return .refused(.tooBig)
    }
    if call.group >= 0 && !call.flags.contains(.noGroup) {
      guard let leader = state.events[call.group] else { return .refused(.badDescriptor) }
      guard leader.call.group < 0 else { return .refused(.invalidArgument) }
    }
    let descriptor: Int32 = state.nextDescriptor
    state.nextDescriptor += 1
    state.events[descriptor] = OpenEvent(
      call: call, id: UInt64(descriptor) + 70_000, members: [descriptor],
      counts: nil)
    if call.group >= 0 && !call.flags.contains(.noGroup) {
      state.events[call.group]?.members.append(descriptor)
    }
    return .descriptor(descriptor)
  }

  /// Notes the request and refuses it if a rule does.
  package func control(
    _ descriptor: Int32, _ request: ControlRequest, argument: UInt64
  ) throws(Errno) {
    try note(
      .control(descriptor, request, argument: argument), of: descriptor, "controlled")
    let rules: [ControlRule] = state.withLock { $0.controlRules }
    for rule in rules {
      if let error = rule(descriptor, request, argument) { throw error }
    }
  }

  /// Notes the request, lets the rules fill the memory, and knows identifiers.
  package func control(
    _ descriptor: Int32, _ request: ControlRequest, memory: UnsafeMutableRawBufferPointer
  ) throws(Errno) {
    try note(
      .controlMemory(descriptor, request, bytes: Array(memory)), of: descriptor, "controlled")
    if request == .id {
      let id: UInt64 = state.withLock { $0.events[descriptor]?.id ?? 0 }
      memory.storeBytes(of: id, as: UInt64.self)
    }
    let rules: [MemoryRule] = state.withLock { $0.memoryRules }
    for rule in rules {
      if let error = rule(descriptor, request, memory) { throw error }
    }
  }

  /// Notes the request.
  package func controlEventsOfThread(_ activity: EventActivity) throws(Errno) {
    state.withLock { $0.calls.append(.controlThread(activity)) }
  }

  /// Gives the next scripted read, or the counts in the event's format.
  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try note(.read(descriptor, capacity: buffer.count), of: descriptor, "read")
    let result: ScriptedRead = state.withLock { state in
      guard let event = state.events[descriptor], !event.reads.isEmpty else {
        return .words(Self.words(of: descriptor, in: state))
      }
      return state.events[descriptor]?.reads.removeFirst() ?? .bytes([])
    }
    let bytes: [UInt8]
    switch result {
    case .bytes(let given): bytes = given
    case .words(let words): bytes = words.withUnsafeBytes { Array($0) }
    case .error(let error): throw error
    }
    guard bytes.count <= buffer.count else { throw .noSpace }
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  /// What the kernel's read(2) gives, see `enum perf_event_read_format`.
  private static func words(of descriptor: Int32, in state: State) -> [UInt64] {
    guard let event = state.events[descriptor] else { return [] }
    let format: ReadFormat = event.call.attributes.readFormat
    let isGroup: Bool = format.contains(.group)
    let own: ScriptedCounts = counts(of: event, in: state)
    var times: [UInt64] = []
    if format.contains(.timeEnabled) { times.append(own.timeEnabled) }
    if format.contains(.timeRunning) { times.append(own.timeRunning) }
    func extras(_ event: OpenEvent) -> [UInt64] {
      (format.contains(.id) ? [event.id] : [])
        + (format.contains(.lost) ? [counts(of: event, in: state).lost] : [])
    }
    guard isGroup else { return [own.value] + times + extras(event) }
    let members: [OpenEvent] = event.members.compactMap { state.events[$0] }
    return [UInt64(members.count)] + times
      + members.flatMap { [counts(of: $0, in: state).value] + extras($0) }
  }

  private static func counts(of event: OpenEvent, in state: State) -> ScriptedCounts {
    event.counts ?? state.countsOfConfig[event.call.attributes.config]
      ?? ScriptedCounts(value: 0, timeEnabled: 0, timeRunning: 0)
  }

  /// Gives what the first rule tells of each event, or nothing of any at once.
  package func wait(
    for descriptors: [Int32], milliseconds: UInt32?
  ) throws(Errno) -> [EventReadiness] {
    let (rules, open): ([WaitRule], [Bool]) = state.withLock { state in
      state.calls.append(.wait(descriptors, milliseconds: milliseconds))
      return (state.waitRules, descriptors.map { state.events[$0] != nil })
    }
    return zip(descriptors, open).map { descriptor, isOpen in
      guard isOpen else { return .invalid }
      return rules.lazy.compactMap { $0(descriptor) }.first ?? []
    }
  }

  /// Closes the event.
  package func close(_ descriptor: Int32) {
    state.withLock { state in
      state.calls.append(.close(descriptor))
      guard let event = state.events.removeValue(forKey: descriptor) else {
        state.misuses.append("descriptor \(descriptor) was closed without being open")
        return
      }
      state.events[event.call.group]?.members.removeAll { $0 == descriptor }
    }
  }

  /// Notes a call and checks its descriptor.
  func note(
    _ call: ScriptedCall, of descriptor: Int32, _ verb: String
  ) throws(Errno) {
    let isOpen: Bool = state.withLock { state in
      state.calls.append(call)
      if state.events[descriptor] != nil { return true }
      state.misuses.append("descriptor \(descriptor) was \(verb) without being open")
      return false
    }
    guard isOpen else { throw .badDescriptor }
  }
}
