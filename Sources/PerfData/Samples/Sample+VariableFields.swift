extension Sample {
  /// The counts of the event or its group at the sample.
  @inlinable
  public var readValues: ReadValues? {
    @_lifetime(copy self)
    get {
      guard let start = place(.read) else { return nil }
      return ReadValues(
        FieldBytes(fields.suffix(from: start), isSwapped: fields.isSwapped),
        format: layout.readFormat)
    }
  }

  /// The addresses that were active, innermost first.
  @inlinable
  public var callchain: Callchain? {
    @_lifetime(copy self)
    get {
      guard let start = place(.callchain) else { return nil }
      let count = Int(truncatingIfNeeded: fields.uint64(start))
      return Callchain(entries: fields.words(start + 8, count: count), cpuMode: flags.cpuMode)
    }
  }

  /// Bytes in a form that the event itself defines, such as the fields of a tracepoint.
  ///
  /// The kernel pads them, so that up to seven bytes at the end mean nothing.
  @inlinable
  public var rawData: RawSpan? {
    @_lifetime(copy self)
    get {
      guard let start = place(.raw) else { return nil }
      return fields.slice(start + 4, Int(fields.uint32(start)))
    }
  }

  /// The most recent branches, newest first.
  @inlinable
  public var branchStack: BranchStack? {
    @_lifetime(copy self)
    get {
      guard let start = place(.branchStack) else { return nil }
      return BranchStack(
        FieldBytes(fields.suffix(from: start), isSwapped: fields.isSwapped),
        form: branchForm)
    }
  }

  /// The registers of the user side.
  @inlinable
  public var userRegisters: RegisterValues? {
    @_lifetime(copy self)
    get { registers(.userRegisters, mask: layout.userRegisters) }
  }

  /// The registers at the interrupted instruction.
  @inlinable
  public var interruptRegisters: RegisterValues? {
    @_lifetime(copy self)
    get { registers(.interruptRegisters, mask: layout.interruptRegisters) }
  }

  @inlinable
  @_lifetime(copy self)
  func registers(_ field: VariableField, mask: UInt64) -> RegisterValues? {
    guard let start = place(field) else { return nil }
    let abi = fields.uint64(start)
    let count = abi == 0 ? 0 : mask.nonzeroBitCount
    return RegisterValues(
      abi: RegisterValues.ABI(rawValue: abi), mask: mask,
      values: fields.words(start + 8, count: count))
  }

  /// The valid part of the copy of the user stack, from the stack pointer upwards.
  ///
  /// The corresponding C fields are `data` and `dyn_size`.
  @inlinable
  public var userStack: RawSpan? {
    @_lifetime(copy self)
    get {
      guard let start = place(.userStack) else { return nil }
      let count = Int(truncatingIfNeeded: fields.uint64(start))
      if count == 0 { return fields.slice(start, 0) }
      let valid = fields.uint64(start + 8 + count)
      return fields.slice(start + 8, Int(min(valid, UInt64(truncatingIfNeeded: count))))
    }
  }

  /// The piece of the AUX area.
  @inlinable
  public var auxData: RawSpan? {
    @_lifetime(copy self)
    get {
      guard let start = place(.aux) else { return nil }
      return fields.slice(start + 8, Int(truncatingIfNeeded: fields.uint64(start)))
    }
  }

  /// The cost of the event, in a unit of the hardware such as cycles.
  @inlinable
  public var weight: SampleWeight? {
    guard let value = variable(.weight) else { return nil }
    return SampleWeight(
      rawValue: value, isStructure: layout.fields & SampleWeight.structureBit != 0)
  }

  /// The place in the memory hierarchy that answered.
  @inlinable
  public var dataSource: DataSource? {
    guard let value = variable(.dataSource) else { return nil }
    return DataSource(rawValue: value)
  }

  /// The reasons why a hardware transaction ended.
  @inlinable
  public var transaction: SampleTransaction? {
    guard let value = variable(.transaction) else { return nil }
    return SampleTransaction(rawValue: value)
  }

  /// The physical address of the data.
  @inlinable
  public var physicalAddress: UInt64? { variable(.physicalAddress) }

  /// The identifier of the cgroup.
  @inlinable
  public var cgroup: UInt64? { variable(.cgroup) }

  /// The size in bytes of the page that holds the data.
  @inlinable
  public var dataPageSize: UInt64? { variable(.dataPageSize) }

  /// The size in bytes of the page that holds the instruction.
  @inlinable
  public var codePageSize: UInt64? { variable(.codePageSize) }
}
