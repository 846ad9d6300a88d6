/// How a driver gives counters to events.
public enum CounterAssignment: Hashable, Sendable {
  /// Each event takes the lowest free counter that can hold it, and keeps it.
  case lowestFree
  /// Events move to other counters to make room, as the drivers of x86 do: whenever all
  /// events can be held in some way, they are.
  case rearranging
}
