internal import CLibpfm
internal import Glibc
internal import Synchronization

/// The library itself, which is not made for several threads.
///
/// Its state belongs to the whole process: it is initialised once, and what the
/// environment says at that moment holds until the process ends. Every call passes
/// through one lock.
enum LibpfmLibrary {
  /// What was found when the library was initialised.
  struct State: Sendable {
    /// The number that initialising returned.
    var result: Int32
    /// Whether the program had initialised the library before.
    var wasInitialized: Bool
  }

  private static let state = Mutex<State?>(nil)

  /// Runs a piece of work while no other thread is in the library.
  ///
  /// - Parameter body: The work; it must not come back here.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws, or that the library cannot be initialised.
  static func locked<Result: Sendable>(
    _ body: (State) throws(LibpfmError) -> Result
  ) throws(LibpfmError) -> Result {
    try state.withLock { (state: inout State?) throws(LibpfmError) -> Result in
      let current: State = state ?? initialize()
      state = current
      guard current.result == PFM_SUCCESS else {
        throw LibpfmError(
          event: "",
          problem: .notInitialized(code: current.result, message: message(current.result)))
      }
      return try body(current)
    }
  }

  /// What the library says of one of its numbers.
  static func message(_ code: Int32) -> String {
    unsafe pfm_strerror(code).map { unsafe String(cString: $0) } ?? "unknown error"
  }

  private static func initialize() -> State {
    var information = unsafe pfm_pmu_info_t()
    unsafe information.size = MemoryLayout<pfm_pmu_info_t>.size
    // The only call that tells whether somebody else was here first.
    let answer: Int32 = unsafe pfm_get_pmu_info(PFM_PMU_PERF_EVENT, &information)
    // The library asks the environment only now, and only whether the variable is
    // there; programs that this one starts shall not see it.
    let variable = "LIBPFM_ENCODE_INACTIVE"
    let isSet: Bool = unsafe getenv(variable) != nil
    if !isSet { _ = unsafe setenv(variable, "1", 0) }
    let result: Int32 = pfm_initialize()
    if !isSet { _ = unsafe unsetenv(variable) }
    return State(result: result, wasInitialized: answer != PFM_ERR_NOINIT)
  }
}
