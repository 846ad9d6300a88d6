extension ProcessTable {
  /// Finds the module in which a sample was taken, and the offset in it.
  ///
  /// - Parameter sample: A sample that has its pointer and thread.
  /// - Returns: The place at the time of the sample, or nothing where it is not known.
  public func location(of sample: borrowing Sample) -> AddressLocation? {
    guard let pointer = sample.instructionPointer else { return nil }
    return location(
      of: Callchain.Frame(
        address: pointer, context: Callchain.Context(sample.flags.cpuMode)), in: sample)
  }

  /// Finds the module of a frame of a sample's callchain, and the offset in it.
  ///
  /// - Parameters:
  ///   - frame: A frame of the callchain.
  ///   - sample: The sample, which has its thread.
  /// - Returns: The place at the time of the sample, or nothing where it is not known.
  public func location(
    of frame: Callchain.Frame, in sample: borrowing Sample
  ) -> AddressLocation? {
    guard let thread = sample.thread else { return nil }
    return location(
      of: frame.address, context: frame.context, thread: thread, at: sample.time ?? .max,
      machine: machine(of: sample))
  }

  /// Finds the name of the thread of a sample at its time.
  ///
  /// - Parameter sample: A sample that has its thread.
  /// - Returns: The name, or nothing when none was told.
  public func name(of sample: borrowing Sample) -> String? {
    guard let thread = sample.thread else { return nil }
    return name(of: thread, at: sample.time ?? .max, machine: machine(of: sample))
  }

  private func machine(of sample: borrowing Sample) -> Int32 {
    guard !machineOfIdentifier.isEmpty, let identifier = sample.identifier else { return 0 }
    return machine(ofIdentifier: identifier)
  }
}
