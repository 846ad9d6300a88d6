import EventCatalog
import PerfEvent

@testable import Counting

/// An event of which only the name matters.
let testEvent: Event = events("page-faults")[0]

/// The events of an expression.
func events(_ expression: String) -> [Event] {
  (try? resolve(expression, LinuxKernel()).flatMap(\.events)) ?? []
}
