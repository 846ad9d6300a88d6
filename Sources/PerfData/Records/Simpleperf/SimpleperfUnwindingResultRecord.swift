/// How unwinding the stack of a sample went.
///
/// Android's recorder, simpleperf, writes it when it is asked to keep failed
/// cases. The corresponding C constant is `SIMPLE_PERF_RECORD_UNWINDING_RESULT`.
public struct SimpleperfUnwindingResultRecord: ~Escapable {
  let fields: FieldBytes
  /// Where the registers, the stack and the callchain begin; 0 for what is not there.
  private let places: Places

  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
    var walker = SampleWalker(fields.span, from: 56, isSwapped: fields.isSwapped)
    places = Places(&walker)
  }

  /// The time in nanoseconds of the sample.
  public var time: UInt64 { fields.uint64(8) }
  /// The nanoseconds that unwinding took.
  public var usedTime: UInt64 { fields.uint64(16) }
  /// The number of the fault; 0 when there was none.
  public var errorCode: UInt64 { fields.uint64(24) }
  /// The address at which the fault happened.
  public var errorAddress: UInt64 { fields.uint64(32) }
  /// The first address of the copied stack.
  public var stackStart: UInt64 { fields.uint64(40) }
  /// The address behind the copied stack.
  public var stackEnd: UInt64 { fields.uint64(48) }

  /// The registers of the user side.
  public var registers: RegisterValues {
    @_lifetime(copy self)
    get {
      let abi = fields.uint64(56)
      let mask = abi == 0 ? 0 : fields.uint64(64)
      return RegisterValues(
        abi: RegisterValues.ABI(rawValue: abi), mask: mask,
        values: fields.words(abi == 0 ? 64 : 72, count: mask.nonzeroBitCount))
    }
  }

  /// The valid part of the copy of the user stack.
  public var stack: RawSpan {
    @_lifetime(copy self)
    get {
      let count = Int(truncatingIfNeeded: fields.uint64(places.stack))
      if count == 0 { return fields.slice(places.stack, 0) }
      let valid = fields.uint64(places.stack + 8 + count)
      return fields.slice(places.stack + 8, Int(min(valid, UInt64(truncatingIfNeeded: count))))
    }
  }

  /// The number of frames that were found; 0 in records of older recorders.
  public var count: Int {
    places.chain == 0 ? 0 : Int(truncatingIfNeeded: fields.uint64(places.chain))
  }

  /// The addresses of the instructions, innermost first.
  public var addresses: UInt64View {
    @_lifetime(copy self)
    get { fields.words(places.chain + 8, count: count) }
  }

  /// The stack pointer at each of the addresses.
  public var stackPointers: UInt64View {
    @_lifetime(copy self)
    get { fields.words(places.chain + 8 + 8 * count, count: count) }
  }

  /// Where the parts of variable size begin.
  struct Places {
    let stack: Int
    let chain: Int

    /// Walks over the parts; the walker notes what does not fit.
    init(_ walker: inout SampleWalker) {
      if walker.readUInt64() != 0 {
        let mask = walker.readUInt64()
        walker.skip(8 * mask.nonzeroBitCount)
      }
      stack = walker.position
      walker.skipStack()
      if walker.isAtEnd || walker.hasFailed {
        chain = 0
      } else {
        chain = walker.position
        walker.skip(16 * walker.readCount(elementSize: 16))
      }
    }
  }
}
