extension Record {
  /// The sample that the record is, or nothing for other kinds and for damaged samples.
  ///
  /// A sample whose identifier belongs to no event cannot be decoded. To learn
  /// what is wrong with a sample use ``content``.
  @inlinable
  public var sample: Sample? {
    @inline(__always)
    @_lifetime(copy self)
    get {
      guard kind == .sample, eventIndex >= 0 else { return nil }
      return Sample(self)
    }
  }

  /// The size of the trailer that stands behind the fields of a kernel's record.
  @inlinable
  var trailerSize: Int {
    guard kind.isKernel, kind != .sample, let layout else { return 0 }
    return Int(layout[0].trailerSize)
  }

  /// The time in nanoseconds at which the kernel wrote the record.
  ///
  /// It is nothing when the event does not ask for times, and 0 in records that
  /// the recorder made up for what existed before.
  @inlinable
  public var time: UInt64? {
    guard kind.isKernel, let layout else { return nil }
    let present = kind == .sample ? layout[0].time : layout[0].trailerTime
    return field(present)
  }

  /// The thread that was running when the kernel wrote the record.
  ///
  /// It may be another thread than the one that the record tells about.
  @inlinable
  public var thread: ThreadID? {
    guard kind.isKernel, let layout else { return nil }
    let place = kind == .sample ? layout[0].thread : layout[0].trailerThread
    guard let offset = offset(of: place) else { return nil }
    return ThreadID(process: fields.int32(offset), thread: fields.int32(offset + 4))
  }

  /// The number of the CPU that was running.
  @inlinable
  public var cpu: UInt32? {
    guard kind.isKernel, let layout else { return nil }
    let place = kind == .sample ? layout[0].cpu : layout[0].trailerCPU
    guard let offset = offset(of: place) else { return nil }
    return fields.uint32(offset)
  }

  /// The identifier that leads to the event; 0 in records that the recorder made up.
  @inlinable
  public var identifier: UInt64? {
    guard kind.isKernel, let layout else { return nil }
    return field(kind == .sample ? layout[0].identifier : layout[0].trailerID)
  }

  /// The identifier of the one event, of the group or inherited, that wrote the record.
  @inlinable
  public var streamID: UInt64? {
    guard kind.isKernel, let layout else { return nil }
    return field(kind == .sample ? layout[0].streamID : layout[0].trailerStreamID)
  }

  @inlinable
  func field(_ place: UInt8) -> UInt64? {
    guard let offset = offset(of: place) else { return nil }
    return fields.uint64(offset)
  }

  /// The offset of a field of the sample or the trailer, if it is there.
  @inlinable
  func offset(of place: UInt8) -> Int? {
    if place == 0 { return nil }
    if kind == .sample {
      return Int(place) &+ 8 <= size ? Int(place) : nil
    }
    return size &- Int(place) >= 8 ? size &- Int(place) : nil
  }
}
