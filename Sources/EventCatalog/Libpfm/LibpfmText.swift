internal import Glibc

/// A text in the tables of libpfm4, of which no copy is made until it is asked for.
///
/// The tables stay in memory until the program calls `pfm_terminate`, which this
/// package never does, and which a program that uses it must not do either.
@safe
public struct LibpfmText: @unchecked Sendable {
  /// The place in the tables.
  let pointer: UnsafePointer<CChar>

  init(_ pointer: UnsafePointer<CChar>) {
    unsafe self.pointer = unsafe pointer
  }

  init?(_ pointer: UnsafePointer<CChar>?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = unsafe pointer
  }

  /// Whether the text has no characters.
  public var isEmpty: Bool { unsafe pointer.pointee == 0 }

  /// Calls a function with the bytes, of which no copy is made.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let length: Int = unsafe strlen(pointer)
    return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: length) { start in
      unsafe body(UnsafeBufferPointer(start: start, count: length))
    }
  }

  /// Whether the text is equal to another, letters of either case being equal.
  ///
  /// - Parameter other: The other text.
  /// - Returns: Whether both have the same letters.
  public func isEqual(ignoringCase other: String) -> Bool {
    unsafe strcasecmp(pointer, other) == 0
  }
}

extension LibpfmText: CustomStringConvertible {
  /// The text as a string of its own.
  public var description: String { unsafe String(cString: pointer) }
}

extension LibpfmText: Hashable {
  /// Whether two texts have the same bytes.
  ///
  /// - Parameters:
  ///   - left: A text.
  ///   - right: Another text.
  /// - Returns: Whether they are equal.
  public static func == (left: Self, right: Self) -> Bool {
    unsafe left.pointer == right.pointer || strcmp(left.pointer, right.pointer) == 0
  }

  /// Feeds the bytes of the text to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(
      bytes: UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
  }
}
