extension ProcessTable {
  /// Finds the module that an address belongs to, and the offset in it.
  ///
  /// - Parameters:
  ///   - address: The address of an instruction or of data.
  ///   - context: Where the address belongs, as a frame of a callchain tells it; for
  ///     other addresses that of the sample's mode.
  ///   - thread: The thread that ran.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs; see ``machine(ofIdentifier:)``.
  /// - Returns: The place, or nothing where no mapping is known and for contexts
  ///   that have none, such as that of a hypervisor.
  /// - Complexity: O(log n) for n mappings of the process at that time.
  public func location(
    of address: UInt64, context: Callchain.Context, thread: ThreadID, at time: UInt64 = .max,
    machine: Int32 = 0
  ) -> AddressLocation? {
    switch context {
    case .user, .deferredUser:
      return location(of: address, TaskKey(thread.process, machine: machine), time)
    case .kernel:
      return kernelLocation(of: address, at: time, machine: machine)
    case .guestKernel:
      // Where no identifiers are listed, the process that runs the guest stands
      // for it, or else -1 for the only one.
      if machine != 0 { return kernelLocation(of: address, at: time, machine: machine) }
      return kernelLocation(of: address, at: time, machine: thread.process)
        ?? kernelLocation(of: address, at: time, machine: -1)
    case .guestUser:
      let guest = machine == 0 ? thread.process : machine
      return location(of: address, TaskKey(thread.process, machine: guest), time)
    default: return nil
    }
  }

  /// Finds the place of an address of a kernel.
  ///
  /// The mapping of the kernel itself ends with the code that stays; what follows
  /// up to the first module is its code for the start, and belongs to it too.
  private func kernelLocation(
    of address: UInt64, at time: UInt64, machine: Int32
  ) -> AddressLocation? {
    if let code = location(of: address, .kernelCode(machine: machine), time) { return code }
    guard let index = spaces.index(.kernel(machine: machine), at: time),
      let region = spaces.lives[index].state(at: time).region(before: address),
      region.contains(address) || moduleTable[region.moduleIndex]?.kind == .kernel
    else { return nil }
    return AddressLocation(region: region, address: address)
  }

  private func location(
    of address: UInt64, _ key: TaskKey, _ time: UInt64
  ) -> AddressLocation? {
    guard let index = spaces.index(key, at: time),
      let region = spaces.lives[index].state(at: time).region(at: address)
    else { return nil }
    return AddressLocation(region: region, address: address)
  }

  /// Finds the module of an address in the program that the present one replaced.
  ///
  /// Samples that are taken while the kernel executes a program still have the
  /// stack of the old one. Ask for it when ``location(of:context:thread:at:machine:)``
  /// finds nothing.
  ///
  /// - Parameters:
  ///   - address: The address of an instruction.
  ///   - thread: The thread that ran.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs.
  /// - Returns: The place, or nothing when the address was not mapped then either.
  /// - Complexity: O(log n) for n mappings of the process at that time.
  public func formerLocation(
    of address: UInt64, thread: ThreadID, at time: UInt64 = .max, machine: Int32 = 0
  ) -> AddressLocation? {
    guard let index = spaces.index(TaskKey(thread.process, machine: machine), at: time),
      let region = spaces.lives[index].state(at: time).formerRegion(at: address)
    else { return nil }
    return AddressLocation(region: region, address: address)
  }

  /// Returns the mappings of a process, by address.
  ///
  /// - Parameters:
  ///   - process: The number of the process; -1 for the kernel and its modules.
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs, or 0 for the host.
  /// - Returns: The mappings; empty for a process that is not known.
  /// - Complexity: O(n) for n mappings.
  public func mappings(
    ofProcess process: Int32, at time: UInt64 = .max, machine: Int32 = 0
  ) -> [MappedRegion] {
    let key = TaskKey(process, machine: machine)
    guard let index = spaces.index(key, at: time) else { return [] }
    return spaces.lives[index].state(at: time).regions
  }

  /// Returns the code that the kernel made up while it ran, such as BPF programs, by address.
  ///
  /// - Parameters:
  ///   - time: The time in nanoseconds; when it is left out, the present.
  ///   - machine: The process in which a guest runs, or 0 for the host.
  /// - Returns: The mappings, whose modules are the names of the code.
  public func kernelCode(at time: UInt64 = .max, machine: Int32 = 0) -> [MappedRegion] {
    mappings(ofProcess: -2, at: time, machine: machine)
  }

  /// Finds the module of a place.
  ///
  /// - Parameter location: A place that this table told.
  /// - Returns: The module; nothing for a place of another table.
  public func module(of location: AddressLocation) -> MappedModule? {
    moduleTable[location.region.moduleIndex]
  }

  /// Finds the build identifier of a module: that of its mapping, or else that of its path.
  ///
  /// - Parameter module: One of ``modules``.
  /// - Returns: The bytes of the identifier, or nothing when it is not known.
  public func buildID(of module: MappedModule) -> [UInt8]? {
    module.recordedBuildID.isEmpty ? buildIDs[module.path] : module.recordedBuildID
  }

  /// Finds the process of the guest to whose events an identifier belongs; 0 for the host.
  ///
  /// - Parameter identifier: The identifier of a sample.
  /// - Returns: The number of the process that runs the guest, or 0.
  public func machine(ofIdentifier identifier: UInt64) -> Int32 {
    machineOfIdentifier[identifier] ?? 0
  }
}
