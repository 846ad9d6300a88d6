internal import CLibpfm
internal import Glibc

/// What the library answers when it is asked to encode an event.
///
/// All of it must be called with the library locked.
struct LibpfmAnswer {
  /// The number that the library returned.
  var result: Int32 = PFM_SUCCESS
  /// The event with all its attributes, or empty.
  var qualifiedName = ""
  /// The kernel's attributes, if they were asked for.
  var attributes = perf_event_attr()
  /// The CPU to count on, or -1.
  var cpu: Int32 = -1
  /// The values of registers, if they were asked for.
  var registers: [UInt64] = []

  /// Asks for the attributes of perf_event_open(2).
  init(attributesOf event: String, levels: LibpfmLevels) {
    var attributes = perf_event_attr()
    attributes.size = UInt32(MemoryLayout<perf_event_attr>.size)
    var name: UnsafeMutablePointer<CChar>?
    var cpu: Int32 = -1
    // The PMU of raw codes takes an error left by an earlier call for one of its own.
    errno = 0
    result = unsafe withUnsafeMutablePointer(to: &attributes) { attributes in
      unsafe withUnsafeMutablePointer(to: &name) { name in
        var argument = unsafe pfm_perf_encode_arg_t()
        unsafe argument.attr = attributes
        unsafe argument.fstr = name
        unsafe argument.size = MemoryLayout<pfm_perf_encode_arg_t>.size
        let result: Int32 = unsafe pfm_get_os_event_encoding(
          event, levels.rawValue, PFM_OS_PERF_EVENT_EXT, &argument)
        cpu = unsafe argument.cpu
        return result
      }
    }
    self.attributes = attributes
    unsafe take(name)
    self.cpu = result == PFM_SUCCESS ? cpu : -1
  }

  /// Asks for the values of the hardware's registers.
  init(registersOf event: String, levels: LibpfmLevels) {
    var name: UnsafeMutablePointer<CChar>?
    var codes: UnsafeMutablePointer<UInt64>?
    var count: Int32 = 0
    errno = 0
    result = unsafe withUnsafeMutablePointer(to: &name) { name in
      var argument = unsafe pfm_pmu_encode_arg_t()
      unsafe argument.fstr = name
      unsafe argument.size = MemoryLayout<pfm_pmu_encode_arg_t>.size
      let result: Int32 = unsafe pfm_get_os_event_encoding(
        event, levels.rawValue, PFM_OS_NONE, &argument)
      unsafe codes = unsafe argument.codes
      count = unsafe argument.count
      return result
    }
    if let codes = unsafe codes {
      if result == PFM_SUCCESS {
        registers = unsafe Array(UnsafeBufferPointer(start: codes, count: Int(max(0, count))))
      }
      unsafe free(codes)
    }
    unsafe take(name)
  }

  /// Copies the full name, which the library leaves to its caller to free.
  private mutating func take(_ name: UnsafeMutablePointer<CChar>?) {
    guard let name = unsafe name else { return }
    qualifiedName = unsafe String(cString: name)
    unsafe free(name)
  }
}
