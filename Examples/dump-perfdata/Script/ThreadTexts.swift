import CommandLineSupport
import PerfData

/// What lines begin with that tell of the same thread, as long as nothing changes its name.
///
/// It holds as many texts as a few CPUs need at a time: a thread whose number falls
/// on the place of another one takes that.
struct ThreadTexts {
  private struct Place: BitwiseCopyable {
    var process: Int32 = 0
    var thread: Int32 = 0
    /// The position of the text; -1 for no text.
    var text: Int = -1
  }

  private static let count: Int = 64
  private static let mostBytes: Int = 1 << 17
  private var places: [Place] = [Place](repeating: Place(), count: count)
  private var texts: TextTable = TextTable()

  /// Forgets all texts.
  mutating func removeAll() {
    if texts.count == 0 { return }
    for index in places.indices { places[index].text = -1 }
    texts.removeAll()
  }

  /// Prints the text of a thread, if it is known.
  @inline(__always)
  func print(_ thread: ThreadID, to buffer: inout TextBuffer) -> Bool {
    let place = places[ThreadTexts.index(thread)]
    guard place.text >= 0, place.thread == thread.thread, place.process == thread.process
    else { return false }
    texts.print(place.text, to: &buffer)
    return true
  }

  /// Keeps the text of a thread.
  mutating func insert(_ text: borrowing TextBuffer, for thread: ThreadID) {
    if texts.byteCount >= ThreadTexts.mostBytes { removeAll() }
    places[ThreadTexts.index(thread)] = Place(
      process: thread.process, thread: thread.thread, text: texts.count)
    texts.append(text)
  }

  @inline(__always)
  private static func index(_ thread: ThreadID) -> Int {
    Int(UInt32(bitPattern: thread.thread)) % count
  }
}
