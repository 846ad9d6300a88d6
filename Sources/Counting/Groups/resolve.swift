internal import EventCatalog
internal import PerfEvent

/// Finds the events of an expression.
func resolve(
  _ expression: String, _ kernel: any Kernel
) throws(CountingError) -> [EventGroup] {
  do {
    return try EventCatalog(kernel: kernel).resolve(expression)
  } catch {
    throw .name(error)
  }
}
