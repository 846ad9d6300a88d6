import CPeers
import Counting

/// The six software events that we and the peer count, in the same order.
enum SoftwareEvents {
  static let names =
    "task-clock,page-faults,context-switches,cpu-migrations,minor-faults,major-faults"

  /// Why the events cannot be counted here, or nil if they can.
  static func obstacle() -> String? {
    do {
      _ = try CounterGroup(names).read()
      _ = try openPeer()
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// The leader of the peer's running group, opened once.
  ///
  /// - Returns: The leader's descriptor.
  /// - Throws: An error if the kernel refuses an event.
  static func openPeer() throws(BenchmarkError) -> Int32 {
    let leader: Int32 = peer_open_group()
    guard leader >= 0 else {
      throw BenchmarkError("the peer's events cannot be opened: error number \(-leader)")
    }
    return leader
  }

  /// Checks that a peer's loop did its work.
  ///
  /// - Parameter sum: What it returned.
  /// - Throws: An error if a read failed.
  static func check(_ sum: UInt64) throws(BenchmarkError) {
    guard sum != 0 else { throw BenchmarkError("the peer could not read its events") }
  }
}
