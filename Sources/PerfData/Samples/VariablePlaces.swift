internal import PerfEvent

/// Where the fields of variable size of a sample lie; 0 means absent.
///
/// Finding them compares every count with the bytes that are there, so that the
/// sample's properties need no check of their own.
struct VariablePlaces {
  private var starts: InlineArray<15, Int> = InlineArray(repeating: 0)
  private(set) var branchForm: BranchForm = []

  private(set) subscript(field: VariableField) -> Int {
    get { starts[field.rawValue] }
    set { starts[field.rawValue] = newValue }
  }

  /// Finds the fields, and tells whether all of them fit in the record.
  ///
  /// Two parts of a branch stack may be there or not without the sample saying
  /// so: the hardware's index, and counters that only another event of the
  /// group asked for. Then the form that uses up the record is the right one.
  mutating func find(
    in record: RawSpan, _ layout: borrowing SampleLayout, isSwapped: Bool
  ) -> Bool {
    let form = BranchForm(layout)
    var walker = SampleWalker(record, from: Int(layout.fixedEnd), isSwapped: isSwapped)
    walk(&walker, layout, form)
    if !walker.hasFailed && walker.position == record.byteCount || self[.branchStack] == 0 {
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
      self[.read] = walker.position
      walker.skipReadValues(ReadFormat(rawValue: layout.readFormat))
    }
    if fields.contains(.callchain) {
      self[.callchain] = walker.position
      walker.skip(8 * walker.readCount(elementSize: 8))
    }
    if fields.contains(.raw) {
      self[.raw] = walker.position
      walker.skip(Int(walker.readUInt32()))
    }
    walkRare(&walker, layout, form)
  }

  private mutating func walkRare(
    _ walker: inout SampleWalker, _ layout: borrowing SampleLayout, _ form: BranchForm
  ) {
    let fields = SampleFields(rawValue: layout.fields)
    if fields.contains(.branchStack) {
      self[.branchStack] = walker.position
      branchForm = form
      walker.skipBranches(form)
    }
    if fields.contains(.userRegisters) {
      self[.userRegisters] = walker.position
      walker.skipRegisters(layout.userRegisters)
    }
    if fields.contains(.userStack) {
      self[.userStack] = walker.position
      walker.skipStack()
    }
    if !fields.isDisjoint(with: [.weight, .weightStructure]) { self[.weight] = walker.skipWord() }
    if fields.contains(.dataSource) { self[.dataSource] = walker.skipWord() }
    if fields.contains(.transaction) { self[.transaction] = walker.skipWord() }
    if fields.contains(.interruptRegisters) {
      self[.interruptRegisters] = walker.position
      walker.skipRegisters(layout.interruptRegisters)
    }
    if fields.contains(.physicalAddress) { self[.physicalAddress] = walker.skipWord() }
    if fields.contains(.cgroup) { self[.cgroup] = walker.skipWord() }
    if fields.contains(.dataPageSize) { self[.dataPageSize] = walker.skipWord() }
    if fields.contains(.codePageSize) { self[.codePageSize] = walker.skipWord() }
    if fields.contains(.aux) {
      self[.aux] = walker.position
      walker.skip(walker.readCount(elementSize: 1))
    }
  }
}
