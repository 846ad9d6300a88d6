internal import PerfEvent

/// Where the fields of variable size of a sample lie; 0 means absent.
///
/// Finding them compares every count with the bytes that are there, so that the
/// sample's properties need no check of their own.
@frozen
@usableFromInline
struct VariablePlaces: BitwiseCopyable {
  @usableFromInline var read: Int32 = 0
  @usableFromInline var callchain: Int32 = 0
  @usableFromInline var raw: Int32 = 0
  @usableFromInline var branchStack: Int32 = 0
  @usableFromInline var userRegisters: Int32 = 0
  @usableFromInline var userStack: Int32 = 0
  @usableFromInline var weight: Int32 = 0
  @usableFromInline var dataSource: Int32 = 0
  @usableFromInline var transaction: Int32 = 0
  @usableFromInline var interruptRegisters: Int32 = 0
  @usableFromInline var physicalAddress: Int32 = 0
  @usableFromInline var aux: Int32 = 0
  @usableFromInline var cgroup: Int32 = 0
  @usableFromInline var dataPageSize: Int32 = 0
  @usableFromInline var codePageSize: Int32 = 0
  @usableFromInline var branchForm: BranchForm = []

  @inlinable
  init() {}

  /// Finds the fields, and tells whether all of them fit in the record.
  ///
  /// Two parts of a branch stack may be there or not without the sample saying
  /// so: the hardware's index, and counters that only another event of the
  /// group asked for. Then the form that uses up the record is the right one.
  @usableFromInline
  mutating func find(
    in record: RawSpan, _ layout: borrowing SampleLayout, isSwapped: Bool
  ) -> Bool {
    let form = BranchForm(layout)
    var walker = SampleWalker(record, from: Int(layout.fixedEnd), isSwapped: isSwapped)
    walk(&walker, layout, form)
    if !walker.hasFailed && walker.position == record.byteCount || branchStack == 0 {
      return !walker.hasFailed
    }
    for other in form.alternatives(layout) {
      var places = VariablePlaces()
      var second = SampleWalker(record, from: Int(layout.fixedEnd), isSwapped: isSwapped)
      places.walk(&second, layout, other)
      if !second.hasFailed && second.position == record.byteCount {
        self = places
        return true
      }
    }
    return !walker.hasFailed
  }

  /// Returns the fault of the first field that does not fit.
  static func fault(
    in record: RawSpan, _ layout: borrowing SampleLayout, isSwapped: Bool, base: UInt64
  ) -> PerfDataError? {
    guard record.byteCount >= Int(layout.fixedEnd) else { return nil }
    var places = VariablePlaces()
    var walker = SampleWalker(record, from: Int(layout.fixedEnd), isSwapped: isSwapped)
    places.walk(&walker, layout, BranchForm(layout))
    return walker.fault(subject: "sample", base: base)
  }

  /// Returns where the fields end that a sample should have; nothing if they do not fit.
  ///
  /// A sample that is whole and has no field of a later kernel ends there too.
  static func end(in record: RawSpan, _ layout: SampleLayout, isSwapped: Bool) -> Int? {
    guard record.byteCount >= Int(layout.fixedEnd) else { return nil }
    let form = BranchForm(layout)
    var first: Int?
    for form in [form] + form.alternatives(layout) {
      var places = VariablePlaces()
      var walker = SampleWalker(record, from: Int(layout.fixedEnd), isSwapped: isSwapped)
      places.walk(&walker, layout, form)
      if walker.hasFailed { continue }
      if walker.position == record.byteCount { return walker.position }
      first = first ?? walker.position
    }
    return first
  }

  private mutating func walk(
    _ walker: inout SampleWalker, _ layout: borrowing SampleLayout, _ form: BranchForm
  ) {
    let fields = SampleFields(rawValue: layout.fields)
    if fields.contains(.read) {
      read = walker.place
      walker.skipReadValues(ReadFormat(rawValue: layout.readFormat))
    }
    if fields.contains(.callchain) {
      callchain = walker.place
      walker.skip(8 * walker.readCount(elementSize: 8))
    }
    if fields.contains(.raw) {
      raw = walker.place
      walker.skip(Int(walker.readUInt32()))
    }
    // Most samples end here.
    if layout.hasRareFields { walkRare(&walker, layout, form) }
  }

  private mutating func walkRare(
    _ walker: inout SampleWalker, _ layout: borrowing SampleLayout, _ form: BranchForm
  ) {
    let fields = SampleFields(rawValue: layout.fields)
    if fields.contains(.branchStack) {
      branchStack = walker.place
      branchForm = form
      walker.skipBranches(form)
    }
    if fields.contains(.userRegisters) {
      userRegisters = walker.place
      walker.skipRegisters(layout.userRegisters)
    }
    if fields.contains(.userStack) {
      userStack = walker.place
      walker.skipStack()
    }
    if !fields.isDisjoint(with: [.weight, .weightStructure]) { weight = walker.skipWord() }
    if fields.contains(.dataSource) { dataSource = walker.skipWord() }
    if fields.contains(.transaction) { transaction = walker.skipWord() }
    if fields.contains(.interruptRegisters) {
      interruptRegisters = walker.place
      walker.skipRegisters(layout.interruptRegisters)
    }
    if fields.contains(.physicalAddress) { physicalAddress = walker.skipWord() }
    if fields.contains(.cgroup) { cgroup = walker.skipWord() }
    if fields.contains(.dataPageSize) { dataPageSize = walker.skipWord() }
    if fields.contains(.codePageSize) { codePageSize = walker.skipWord() }
    if fields.contains(.aux) {
      aux = walker.place
      walker.skip(walker.readCount(elementSize: 1))
    }
  }
}
