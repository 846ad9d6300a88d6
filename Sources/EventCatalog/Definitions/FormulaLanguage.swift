/// The language in which a source writes formulas over counts.
public enum FormulaLanguage: Hashable, Sendable {
  /// Metric expressions of the kernel's event files, as perf reads them.
  case perf
  /// Formulas of Intel's perfmon files over named operands.
  case perfmon
  /// Formulas of PAPI in postfix order, `N0|N1|+|`.
  case postfix
  /// Formulas of LIKWID's groups over counters.
  case likwid
}
