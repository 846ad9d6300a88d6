extension Sample {
  /// The address of the instruction that was interrupted.
  ///
  /// The corresponding C field is `ip`.
  @inlinable
  public var instructionPointer: UInt64? { fixed(layout.instructionPointer) }

  /// The thread that was running.
  ///
  /// The corresponding C fields are `pid` and `tid`.
  @inlinable
  public var thread: ThreadID? {
    let place = Int(layout.thread)
    guard place != 0 else { return nil }
    return ThreadID(process: fields.int32(place), thread: fields.int32(place + 4))
  }

  /// The time in nanoseconds of the event's clock.
  @inlinable
  public var time: UInt64? { fixed(layout.time) }

  /// The data address, or for some events a value of their own.
  ///
  /// The corresponding C field is `addr`.
  @inlinable
  public var address: UInt64? { fixed(layout.address) }

  /// The identifier that leads to the event.
  ///
  /// The corresponding C fields are `sample_id` and `id`.
  @inlinable
  public var identifier: UInt64? { fixed(layout.identifier) }

  /// The identifier of the one event, of the group or inherited, that took the sample.
  ///
  /// The corresponding C field is `stream_id`.
  @inlinable
  public var streamID: UInt64? { fixed(layout.streamID) }

  /// The number of the CPU.
  @inlinable
  public var cpu: UInt32? {
    layout.cpu == 0 ? nil : fields.uint32(Int(layout.cpu))
  }

  /// The number of events for which the sample stands.
  ///
  /// When the sample does not tell, it is the event's period, or its frequency if
  /// it has that instead, as perf takes it.
  @inlinable
  public var period: UInt64 { recordedPeriod ?? layout.impliedPeriod }

  /// The number of events for which the sample stands, if the sample tells it.
  @inlinable
  public var recordedPeriod: UInt64? { fixed(layout.period) }
}
