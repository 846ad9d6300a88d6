extension OpenDiagnosis {
  /// Finds the argument that is at fault by trying again without each.
  func invalidArgument() -> PerfEventError {
    if let cause = invalidTarget() ?? invalidFrequency() ?? invalidMember() { return cause }
    if let name = refusedAttribute() { return .invalidAttribute(name) }
    switch attributes.type {
    case .breakpoint:
      return .invalidBreakpoint(address: attributes.config1, length: attributes.config2)
    // The number of a tracepoint that is gone, or never was.
    case .tracepoint: return .unknownEvent(type: .tracepoint, config: attributes.config)
    default: break
    }
    if countsOnlyCPUs() { return .needsWholeCPU }
    if let names = refusedAttributes() { return .invalidAttribute(names) }
    return .invalidAttributes
  }

  /// Finds one attribute without which the event could be opened.
  func refusedAttribute() -> String? {
    for suspect in Suspect.all {
      var changed: EventAttributes = attributes
      suspect.remove(&changed)
      if changed != attributes && opens(suspect.remove) { return suspect.name }
    }
    return nil
  }

  /// Finds the attributes that have to go together.
  ///
  /// If the event can be opened without any of the suspects, those are the cause
  /// that cannot be put back one after the other.
  private func refusedAttributes() -> String? {
    var removed: [Suspect] = Suspect.all.filter { suspect in
      var changed: EventAttributes = attributes
      suspect.remove(&changed)
      return changed != attributes
    }
    guard opens(Self.removing(removed)) else { return nil }
    for index in removed.indices.reversed() {
      var fewer: [Suspect] = removed
      fewer.remove(at: index)
      if opens(Self.removing(fewer)) { removed = fewer }
    }
    return removed.map(\.name).joined(separator: " and ")
  }

  private static func removing(_ suspects: [Suspect]) -> (inout EventAttributes) -> Void {
    { attributes in
      for suspect in suspects { suspect.remove(&attributes) }
    }
  }

  private func invalidTarget() -> PerfEventError? {
    if flags.contains(.cgroup), target.cpu == -1 { return .cgroupNeedsCPU }
    if target.task == -1 && target.cpu == -1 { return .noTarget }
    if target.cpu < -1 || !isListed(target.cpu, in: "possible") { return .noSuchCPU(target.cpu) }
    return nil
  }

  private func invalidFrequency() -> PerfEventError? {
    guard attributes.flags.contains(.frequency),
      let text = try? kernel.readText("/proc/sys/kernel/perf_event_max_sample_rate"),
      let limit = UInt64(text), attributes.samplePeriod > limit
    else { return nil }
    return .frequencyTooHigh(attributes.samplePeriod, limit: limit)
  }

  /// Says why an event that can be opened alone cannot join its group.
  private func invalidMember() -> PerfEventError? {
    guard group >= 0, !flags.contains(.noGroup) else { return nil }
    for suspect in Suspect.leadersOnly where opens(suspect.remove) {
      var changed: EventAttributes = attributes
      suspect.remove(&changed)
      if changed != attributes { return .invalidAttribute(suspect.name) }
    }
    guard opens({ _ in }, group: -1) else { return nil }
    if opens({ $0.flags.formSymmetricDifference(.inherit) }) {
      return .differsFromGroup("inherit")
    }
    if attributes.flags.contains(.useClockID), opens({ $0.flags.remove(.useClockID) }) {
      return .differsFromGroup("clockid")
    }
    switch attributes.type {
    // These need no counter, so there is always room for them.
    case .software, .tracepoint, .breakpoint: return .notALeader
    default: return .doesNotFitIntoGroup
    }
  }

  /// Whether the event, like those of uncore PMUs, can only be opened on CPUs.
  private func countsOnlyCPUs() -> Bool {
    guard target.task != -1, !flags.contains(.cgroup), group < 0 else { return false }
    let attempt = OpenDiagnosis(
      attributes: attributes, target: EventTarget(task: -1, cpu: max(target.cpu, 0)), group: -1,
      flags: flags, kernel: kernel)
    return attempt.opens { $0.flags.subtract([.inherit, .enableOnExec]) }
  }

  /// Whether the event can be opened after a change of its attributes.
  func opens(_ change: (inout EventAttributes) -> Void, group: Int32? = nil) -> Bool {
    var changed: EventAttributes = attributes
    change(&changed)
    changed.flags.insert(.disabled)
    do {
      let descriptor: Int32 = try kernel.open(
        changed, target: target, group: group ?? self.group, flags: flags)
      kernel.close(descriptor)
      return true
    } catch {
      return false
    }
  }

  /// Whether a CPU is in one of the kernel's lists; true if the list is unknown.
  func isListed(_ cpu: Int32, in name: String) -> Bool {
    guard cpu >= 0, let text = try? kernel.readText("/sys/devices/system/cpu/\(name)"),
      let list = CPUList(parsing: text)
    else { return true }
    return list.contains(cpu)
  }
}
