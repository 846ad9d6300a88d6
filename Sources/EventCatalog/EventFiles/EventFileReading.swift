/// Tables that are put together from several files.
protocol EventFileReading {
  /// What has been read so far.
  var table: EventTable { get set }
}

extension EventFileReading {
  /// Keeps the records of a file, and what is wrong with it or with some of them.
  ///
  /// A record that makes no sense is left out. A file that is damaged contributes
  /// nothing, since what stands before the damage may be damaged too.
  ///
  /// - Returns: What is wrong with the whole file, or nil.
  mutating func keeping(
    _ read: (inout Self) throws(EventSourceError) -> Void
  ) -> EventSourceError? {
    let events: Int = table.events.count
    let metrics: Int = table.metrics.count
    do {
      try read(&self)
      return nil
    } catch {
      table.events.removeSubrange(events...)
      table.metrics.removeSubrange(metrics...)
      return error
    }
  }
}
