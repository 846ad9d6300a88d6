/// The CPUs that were recorded.
///
/// The corresponding C constant is `PERF_RECORD_CPU_MAP`.
public struct CPUMapRecord: ~Escapable {
  let fields: FieldBytes

  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The CPUs, in the form in which the recorder wrote them.
  public var map: CPUMap { CPUMap(fields, at: 8) }
}
