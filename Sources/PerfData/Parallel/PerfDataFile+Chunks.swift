extension PerfDataFile {
  /// Reads the records on several threads, chunk by chunk, and combines the results.
  ///
  ///     var periods: UInt64 = 0
  ///     try file.reduceChunks(into: &periods) { records in
  ///       var sum: UInt64 = 0
  ///       while let record = try records.next() { sum &+= record.sample?.period ?? 0 }
  ///       return sum
  ///     } combine: {
  ///       $0 &+= $1
  ///     }
  ///
  /// A chunk consists of the records that begin in the same mebibyte of a file, so
  /// that chunks and results are the same for any number of threads. The results
  /// are combined in the order of the file, on the calling thread, which reads
  /// chunks too.
  ///
  /// Where the first record of a chunk begins is guessed until the chunk in front
  /// has been read. A guess can be wrong, as when samples hold bytes that look like
  /// records: what came of it is then dropped, and the chunk is read once more.
  /// The function `map` should therefore do nothing but return a result.
  ///
  /// The records inside of compressed ones can only be had from the begin of their
  /// stream: from the first compressed record on, the rest is one chunk. So it is
  /// from the first record in slices on, as Android's recorder writes them, and
  /// behind damage, whose error the chunk's reader throws; what the function `map`
  /// throws is thrown here, after everything in front of its chunk was combined.
  ///
  /// - Parameters:
  ///   - result: What the results of the chunks are added to.
  ///   - threads: The number of threads, the calling one included. Unless told, it
  ///     is the number of the machine's processors.
  ///   - map: Reads a chunk, on any thread.
  ///   - combine: Adds the result of a chunk to those in front of it.
  /// - Throws: The first error, in the order of the file, of the two functions.
  public borrowing func reduceChunks<Value, Partial: Sendable, Failure: Error>(
    into result: inout Value, threads: Int? = nil,
    map: @escaping @Sendable (inout RecordReader) throws(Failure) -> Partial,
    combine: (inout Value, Partial) throws(Failure) -> Void
  ) throws(Failure) {
    try reduceChunks(
      into: &result, threads: threads, chunkSize: 1 << 20, map: map, combine: combine)
  }

  borrowing func reduceChunks<Value, Partial: Sendable, Failure: Error>(
    into result: inout Value, threads: Int?, chunkSize: Int,
    map: @escaping @Sendable (inout RecordReader) throws(Failure) -> Partial,
    combine: (inout Value, Partial) throws(Failure) -> Void
  ) throws(Failure) {
    let threads = max(1, threads ?? ThreadGroup.processorCount)
    let recording = RecordingBytes(self, EventTable(events))
    let work = ChunkWork(recording, chunkSize: chunkSize, threads: threads, map: map)
    let others = ThreadGroup(count: threads - 1) { work.help() }
    do throws(Failure) {
      try work.combine { (partial) throws(Failure) in try combine(&result, partial) }
    } catch {
      others.join()
      throw error
    }
    others.join()
  }
}
