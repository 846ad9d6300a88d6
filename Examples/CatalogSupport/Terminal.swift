internal import CommandLineSupport
internal import Glibc
internal import PerfEvent

/// The terminal that standard output is.
public enum Terminal {
  /// The number of columns, nil if standard output is no terminal or does not tell.
  public static var columns: Int? {
    guard Output.standardIsTerminal else { return nil }
    // Rows, columns and two sizes in pixels, of 16 bits each, as `struct winsize` has them.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 8)
    defer { unsafe memory.deallocate() }
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    let request = ControlRequest(rawValue: UInt64(TIOCGWINSZ))
    // The call is the one that controls events, and terminals as well.
    guard
      (try? unsafe LinuxKernel().control(STDOUT_FILENO, request, memory: memory)) != nil
    else { return nil }
    let columns: UInt16 = unsafe memory.load(fromByteOffset: 2, as: UInt16.self)
    return columns > 0 ? Int(columns) : nil
  }
}
