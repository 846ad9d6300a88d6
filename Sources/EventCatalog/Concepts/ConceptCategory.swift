/// What a concept is about.
public enum ConceptCategory: String, CaseIterable, Hashable, Sendable {
  /// Time, clocks and completed instructions.
  case progress
  /// Branches and their prediction.
  case branches
  /// The first level of the cache for data, and accesses to memory as such.
  case data
  /// The first level of the cache for instructions.
  case instructions
  /// Translation of addresses.
  case translation
  /// The levels of cache behind the first.
  case caches
  /// The stages of the pipeline, and why they wait.
  case pipeline
  /// Arithmetic with floating point numbers and vectors.
  case arithmetic
  /// Interrupts and exceptions.
  case interrupts
  /// What the kernel counts by itself.
  case software
  /// Energy.
  case energy
}
