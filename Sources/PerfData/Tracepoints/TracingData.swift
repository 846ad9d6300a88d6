public import PerfEvent

/// What a recording holds about its tracepoints: their formats, and what is needed to print them.
///
/// ``PerfDataFile/tracingData`` has that of a file. What is damaged is left out and
/// listed in ``faults``; formats in front of the damage and behind it are there.
public struct TracingData: Sendable {
  /// The version of the form; empty when the data do not begin as tracing data do.
  public internal(set) var version: String = ""
  /// The byte order of the machine that recorded.
  public internal(set) var byteOrder: ByteOrder = .native
  /// The size in bytes of a C `long` on that machine.
  public internal(set) var longSize: Int = 8
  /// The size in bytes of a page on that machine.
  public internal(set) var pageSize: Int = 4096
  /// The format of the header of a page of the kernel's trace buffer.
  public internal(set) var pageHeader: String = ""
  /// The format of the header of an event in the kernel's trace buffer.
  public internal(set) var eventHeader: String = ""
  /// The formats of the tracepoints, in the order of the file.
  public internal(set) var formats: [TracepointFormat] = []
  /// The kernel's symbols, as the file `/proc/kallsyms` lists them; empty in newer recordings.
  public internal(set) var kernelSymbols: String = ""
  /// The texts that print formats name by address, as the file `printk_formats` lists them.
  public internal(set) var printkFormats: String = ""
  /// The names of threads, as the file `saved_cmdlines` lists them.
  public internal(set) var savedCommandNames: String = ""
  /// What was found wrong, in the order of the offsets.
  public internal(set) var faults: [PerfDataError] = []
  private var positions: [UInt64: Int] = [:]

  /// Reads tracing data, as the feature or the record of that name holds them.
  ///
  /// The numbers in it are read in the byte order that it names itself. Complexity:
  /// linear in the number of bytes.
  ///
  /// - Parameters:
  ///   - bytes: The tracing data; bytes behind them are ignored.
  ///   - offset: The offset in the file of the first byte, for faults.
  public init(parsing bytes: RawSpan, offset: UInt64 = 0) {
    var reader = TracingDataReader(bytes, base: offset)
    reader.read()
    self = reader.data
    for (index, format) in formats.enumerated() where positions[format.id] == nil {
      positions[format.id] = index
    }
  }

  /// Creates data without any format.
  init() {}

  /// The format with a number, which is that of the attributes' configuration.
  public subscript(id: UInt64) -> TracepointFormat? {
    positions[id].map { formats[$0] }
  }

  /// The format with a system and a name; found by search.
  ///
  /// - Parameters:
  ///   - system: The system, such as `sched`.
  ///   - name: The name in the system, such as `sched_switch`.
  public subscript(system system: String, name name: String) -> TracepointFormat? {
    formats.first { $0.name == name && $0.system == system }
  }

  /// The format with a full name such as `sched:sched_switch`; found by search.
  public subscript(name: String) -> TracepointFormat? {
    guard let colon = name.firstIndex(of: ":") else { return nil }
    return self[
      system: String(name[..<colon]), name: String(name[name.index(after: colon)...])]
  }

  /// The names of threads by their number.
  ///
  /// Complexity: linear in the length of ``savedCommandNames`` at each use.
  public var commandNames: [Int32: String] {
    var names: [Int32: String] = [:]
    for line in savedCommandNames.split(separator: "\n") {
      let pair = line.split(separator: " ", maxSplits: 1)
      if pair.count == 2, let thread = Int32(pair[0]) { names[thread] = String(pair[1]) }
    }
    return names
  }
}
