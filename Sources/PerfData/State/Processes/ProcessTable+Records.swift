extension ProcessTable {
  /// Takes note of what a record tells.
  ///
  /// Records that tell nothing about processes cost no more than a comparison.
  /// Damaged ones are passed over.
  ///
  /// - Parameter record: The next record in the caller's order.
  /// - Complexity: O(log n) for n mappings of a process; a record that is late by
  ///   k changes of its process costs that for each of them.
  public mutating func apply(_ record: borrowing Record) {
    if let time = record.time, time != .max, time > latestTime { latestTime = time }
    if record.kind == .sample { return }
    switch record.content {
    case .commandName(let name): apply(name, record)
    case .fork(let fork): apply(fork, record)
    case .exit(let exit): apply(exit, record)
    case .memoryMap(let map): apply(map, record)
    case .memoryMap2(let map): apply(map, record)
    case .namespaces(let namespaces): apply(namespaces, record)
    case .kernelSymbol(let symbol): apply(symbol, record)
    case .textPoke(let poke): apply(poke, record)
    case .bpfEvent(let event): apply(event, record)
    case .cgroup(let cgroup):
      cgroupPaths[cgroup.identifier] = cgroup.path
    case .buildID(let build): buildIDs.insert(build, cpuMode: record.flags.cpuMode)
    case .threadMap(let map): apply(map)
    case .idIndex(let index): apply(index, record)
    default: break
    }
  }

  /// The time at which a record takes effect.
  private func time(_ record: borrowing Record) -> UInt64 {
    guard let time = record.time, time != .max else { return latestTime }
    return time
  }

  /// The process in which the guest runs that a record is about, or 0 for the host.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - process: The process that stands for the guest where the recorder did
  ///     not list its identifiers.
  /// - Returns: The process, or 0.
  private func machine(_ record: borrowing Record, process: Int32?) -> Int32 {
    if !machineOfIdentifier.isEmpty, let identifier = record.identifier,
      let machine = machineOfIdentifier[identifier]
    {
      return machine
    }
    let mode = record.flags.cpuMode
    guard mode == .guestKernel || mode == .guestUser else { return 0 }
    return process ?? record.thread?.process ?? -1
  }

  private mutating func apply(_ name: borrowing CommandNameRecord, _ record: borrowing Record) {
    let machine = machine(record, process: nil)
    let thread = name.thread
    let time = time(record)
    let isExec = record.flags.contains(.exec)
    threads.record(
      TaskKey(thread.thread, machine: machine), at: time,
      ThreadChange(name: names.position(of: name.name), isExec: isExec))
    note(thread, machine: machine, at: time)
    if isExec { spaces.record(TaskKey(thread.process, machine: machine), at: time, .exec) }
  }

  private mutating func apply(_ fork: borrowing ForkRecord, _ record: borrowing Record) {
    let machine = machine(record, process: nil)
    let (thread, parent) = (fork.thread, fork.parent)
    let time = record.time == nil ? fork.time : time(record)
    threads.fork(
      TaskKey(thread.thread, machine: machine), from: TaskKey(parent.thread, machine: machine),
      at: time, inherits: true)
    note(thread, machine: machine, at: time)
    note(parent, machine: machine, at: time)
    // The threads of a process share its memory. The recorder tells the memory of
    // what was there before in mappings of its own.
    if thread.process != parent.process {
      let isMadeUp = time == 0 || record.flags.contains(.exec)
      spaces.fork(
        TaskKey(thread.process, machine: machine),
        from: TaskKey(parent.process, machine: machine), at: time, inherits: !isMadeUp)
    }
  }

  private mutating func apply(_ exit: borrowing ExitRecord, _ record: borrowing Record) {
    let machine = machine(record, process: nil)
    let thread = exit.thread
    let time = record.time == nil ? exit.time : time(record)
    threads.exit(TaskKey(thread.thread, machine: machine), at: time)
    note(thread, machine: machine, at: time)
  }

  private mutating func apply(
    _ namespaces: borrowing NamespacesRecord, _ record: borrowing Record
  ) {
    let machine = machine(record, process: nil)
    let thread = namespaces.thread
    var list: [NamespacesRecord.Namespace] = []
    for index in 0..<namespaces.count { list.append(namespaces[index]) }
    let time = time(record)
    threads.record(
      TaskKey(thread.thread, machine: machine), at: time,
      ThreadChange(namespaces: namespaceLists.position(of: list)))
    note(thread, machine: machine, at: time)
  }

  /// The names in the list of recorded threads hold where nothing else is told.
  private mutating func apply(_ map: borrowing ThreadMapRecord) {
    for index in 0..<map.count {
      let entry = map[index]
      guard let thread = Int32(exactly: entry.thread), thread >= 0, !entry.name.isEmpty else {
        continue
      }
      let key = TaskKey(thread, machine: 0)
      guard threads.index(key, at: 0) == nil else { continue }
      threads.record(key, at: 0, ThreadChange(name: names.position(of: entry.name)))
    }
  }

  /// Newer recorders tell behind the identifiers to which guest each belongs.
  private mutating func apply(_ index: borrowing IDIndexRecord, _ record: borrowing Record) {
    let count = index.count
    let start = 16 + 32 * count
    guard (record.size - start) / 16 >= count else { return }
    for position in 0..<count {
      let machine = record.fields.uint64(start + 16 * position)
      guard machine != 0, let machine = Int32(exactly: machine) else { continue }
      machineOfIdentifier[index[position].identifier] = machine
    }
  }

  private mutating func note(_ thread: ThreadID, machine: Int32, at time: UInt64) {
    threads.note(
      process: thread.process, of: TaskKey(thread.thread, machine: machine), at: time)
  }

  private mutating func apply(_ map: borrowing MemoryMapRecord, _ record: borrowing Record) {
    let thread = map.thread
    insert(
      Mapping(
        thread: thread, address: map.address, length: map.length, fileOffset: map.fileOffset,
        path: map.path),
      at: time(record), machine: machine(record, process: thread.process),
      flags: record.flags)
  }

  private mutating func apply(_ map: borrowing MemoryMap2Record, _ record: borrowing Record) {
    let thread = map.thread
    var mapping = Mapping(
      thread: thread, address: map.address, length: map.length, fileOffset: map.fileOffset,
      path: map.path)
    mapping.protection = map.protection
    mapping.mapFlags = map.mapFlags
    mapping.buildID = [UInt8](copying: map.buildID)
    mapping.inode = map.inode
    mapping.device = UInt64(map.deviceMajor) << 32 | UInt64(map.deviceMinor)
    insert(
      mapping, at: time(record), machine: machine(record, process: thread.process),
      flags: record.flags)
  }

  private mutating func apply(_ symbol: borrowing KernelSymbolRecord, _ record: borrowing Record) {
    insert(symbol, at: time(record), machine: machine(record, process: nil))
  }

  private mutating func apply(_ poke: borrowing TextPokeRecord, _ record: borrowing Record) {
    if history == .latest { return }
    codeChanges.append(
      CodeChange(
        time: time(record), address: poke.address, oldBytes: [UInt8](copying: poke.oldBytes),
        newBytes: [UInt8](copying: poke.newBytes)))
  }

  private mutating func apply(_ event: borrowing BPFEventRecord, _ record: borrowing Record) {
    let time = time(record)
    let identifier = event.programID
    let tag = [UInt8](copying: event.tag)
    switch event.eventType {
    case 1:
      bpfPrograms[identifier] = BPFProgram(identifier: identifier, tag: tag, loadTime: time)
    case 2:
      var program = bpfPrograms[identifier] ?? BPFProgram(identifier: identifier, tag: tag)
      program.unloadTime = time
      bpfPrograms[identifier] = program
    default: break
    }
  }
}
