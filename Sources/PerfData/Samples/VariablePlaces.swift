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
  @usableFromInline
  mutating func find(
    in record: RawSpan, _ layout: borrowing SampleLayout, isSwapped: Bool
  ) -> Bool {
    find(in: record, layout, isSwapped: isSwapped) == nil
  }

  /// Finds the fields; returns the fault of the first that does not fit.
  ///
  /// Two parts of a branch stack may be there or not without the sample saying
  /// so: the hardware's index, and counters that only another event of the
  /// group asked for. Then the form that uses up the record is the right one.
  mutating func find(
    in record: RawSpan, _ layout: borrowing SampleLayout, isSwapped: Bool, base: UInt64 = 0
  ) -> PerfDataError? {
    let form = BranchForm(layout)
    var first = VariablePlaces()
    var end = 0
    let fault = first.walk(record, layout, isSwapped, form, base, &end)
    self = first
    if fault == nil && end == record.byteCount { return nil }
    for other in form.alternatives(layout) {
      var places = VariablePlaces()
      if places.walk(record, layout, isSwapped, other, base, &end) == nil,
        end == record.byteCount
      {
        self = places
        return nil
      }
    }
    return fault
  }

  private mutating func walk(
    _ record: RawSpan, _ layout: borrowing SampleLayout, _ isSwapped: Bool, _ form: BranchForm,
    _ base: UInt64, _ end: inout Int
  ) -> PerfDataError? {
    var cursor = ByteCursor(record, isSwapped: isSwapped, subject: "sample", base: base)
    branchForm = form
    do throws(PerfDataError) {
      try cursor.skip(Int(layout.fixedEnd))
      try findFirst(&cursor, layout, form)
      try findLast(&cursor, layout)
    } catch {
      return error
    }
    end = cursor.position
    return nil
  }

  private mutating func findFirst(
    _ cursor: inout ByteCursor, _ layout: borrowing SampleLayout, _ form: BranchForm
  ) throws(PerfDataError) {
    let fields = SampleFields(rawValue: layout.fields)
    if fields.contains(.read) {
      read = cursor.place
      try cursor.skipReadValues(ReadFormat(rawValue: layout.readFormat))
    }
    if fields.contains(.callchain) {
      callchain = cursor.place
      try cursor.skip(8 * cursor.readCount64(elementSize: 8))
    }
    if fields.contains(.raw) {
      raw = cursor.place
      try cursor.skip(Int(cursor.readUInt32()))
    }
    if fields.contains(.branchStack) {
      branchStack = cursor.place
      try cursor.skipBranches(form)
    }
    if fields.contains(.userRegisters) {
      userRegisters = cursor.place
      try cursor.skipRegisters(layout.userRegisters)
    }
    if fields.contains(.userStack) {
      userStack = cursor.place
      let count = try cursor.readCount64(elementSize: 1)
      if count > 0 { try cursor.skip(count + 8) }
    }
  }

  private mutating func findLast(
    _ cursor: inout ByteCursor, _ layout: borrowing SampleLayout
  ) throws(PerfDataError) {
    let fields = SampleFields(rawValue: layout.fields)
    if !fields.isDisjoint(with: [.weight, .weightStructure]) {
      weight = try cursor.skipWord()
    }
    if fields.contains(.dataSource) { dataSource = try cursor.skipWord() }
    if fields.contains(.transaction) { transaction = try cursor.skipWord() }
    if fields.contains(.interruptRegisters) {
      interruptRegisters = cursor.place
      try cursor.skipRegisters(layout.interruptRegisters)
    }
    if fields.contains(.physicalAddress) { physicalAddress = try cursor.skipWord() }
    if fields.contains(.cgroup) { cgroup = try cursor.skipWord() }
    if fields.contains(.dataPageSize) { dataPageSize = try cursor.skipWord() }
    if fields.contains(.codePageSize) { codePageSize = try cursor.skipWord() }
    if fields.contains(.aux) {
      aux = cursor.place
      try cursor.skip(cursor.readCount64(elementSize: 1))
    }
  }
}
