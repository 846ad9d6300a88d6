/// More about an event than its attributes tell.
///
/// The corresponding C constant is `PERF_RECORD_EVENT_UPDATE`.
@frozen
public struct EventUpdateRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind of news: 0 the unit, 1 the scale, 2 the name, 3 the CPUs.
  @inlinable
  public var updateType: UInt64 { fields.uint64(8) }

  /// The identifier of the event.
  @inlinable
  public var identifier: UInt64 { fields.uint64(16) }

  /// The unit or the name; empty for other kinds.
  public var text: String {
    updateType == 0 || updateType == 2 ? String(nulTerminated: fields.text(from: 24)) : ""
  }

  /// The factor that turns counts into the unit; nothing for other kinds.
  @inlinable
  public var scale: Double? {
    updateType == 1 && fields.count >= 32 ? Double(bitPattern: fields.uint64(24)) : nil
  }

  /// The CPUs on which the event counts; nothing for other kinds.
  public var cpus: CPUMap? {
    updateType == 3 && fields.count >= 28 ? CPUMap(fields, at: 24) : nil
  }
}
