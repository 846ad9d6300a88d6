/// What a step of unpacking a whole file led to.
enum UnwrappingOutcome {
  case more
  /// The packed stream has ended; another may follow.
  case end
  case failure(String)
}

/// Unpacks a file that was packed as a whole, step by step.
protocol UnwrappingDecoder: ~Copyable {
  /// Unpacks as much as fits.
  ///
  /// - Parameters:
  ///   - input: The packed bytes that are left.
  ///   - output: Where to put the unpacked ones.
  ///   - consumed: Set to the number of packed bytes that were used.
  ///   - produced: Set to the number of bytes that were unpacked.
  /// - Returns: Whether there is more to unpack.
  mutating func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer,
    consumed: inout Int, produced: inout Int
  ) -> UnwrappingOutcome
}
