/// Which event is behind which descriptor.
struct DescriptorTable {
  /// Above those that this process has, so that none is taken for one of them.
  private static let first: Int32 = 1 << 20
  private var events: [Int] = []
  private(set) var count: Int = 0

  /// The descriptors, in ascending order.
  var all: [Int32] {
    events.indices.filter { events[$0] >= 0 }.map { Self.first + Int32($0) }
  }

  /// Returns the event of a descriptor, or nil if it is not open.
  @inline(__always)
  func event(of descriptor: Int32) -> Int? {
    let place: Int = Int(descriptor) - Int(Self.first)
    guard events.indices.contains(place), events[place] >= 0 else { return nil }
    return events[place]
  }

  /// Gives an event the lowest free descriptor.
  mutating func open(_ event: Int) -> Int32 {
    count += 1
    if count <= events.count, let free = events.firstIndex(of: -1) {
      events[free] = event
      return Self.first + Int32(free)
    }
    events.append(event)
    return Self.first + Int32(events.count - 1)
  }

  /// Closes a descriptor and returns its event.
  mutating func close(_ descriptor: Int32) -> Int? {
    guard let event = event(of: descriptor) else { return nil }
    events[Int(descriptor - Self.first)] = -1
    count -= 1
    return event
  }
}
