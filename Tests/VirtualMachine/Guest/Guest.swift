import KernelSimulator
import PerfEvent

/// What runs inside the virtual machine: each test prints a line, as in the Test
/// Anything Protocol.
@main
struct Guest {
  static func main() {
    var report = Report()
    RotationComparison.run(into: &report)
    report.end()
  }
}
