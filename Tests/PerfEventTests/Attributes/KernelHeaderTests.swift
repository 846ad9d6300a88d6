import Foundation
import KernelHeaderAgreement
import Testing

/// Our own definitions against the kernel headers of the machine that builds.
@Suite struct KernelHeaderTests {
  private struct Row: CustomStringConvertible {
    var name: String
    var ours: UInt64
    var theirs: UInt64
    var description: String { "\(name): \(ours) is not \(theirs)" }
  }

  private static func rows(_ table: agreement_table) -> [Row] {
    UnsafeBufferPointer(start: table.rows, count: table.count).map {
      Row(name: String(cString: $0.name), ours: $0.ours, theirs: $0.theirs)
    }
  }

  @Test func `every constant has the kernel's value`() {
    let rows: [Row] = Self.rows(agreement_constants())
    #expect(rows.count >= 290)
    #expect(rows.filter { $0.ours != $0.theirs }.map(\.description) == [])
  }

  @Test func `every field lies where the kernel has it`() {
    let rows: [Row] = Self.rows(agreement_structures())
    #expect(rows.count >= 100)
    #expect(rows.filter { $0.ours != $0.theirs }.map(\.description) == [])
  }

  @Test func `every bit field is where the kernel has it`() {
    let rows: [Row] = Self.rows(agreement_bit_fields())
    #expect(rows.count == 64)
    #expect(rows.filter { $0.ours != $0.theirs }.map(\.description) == [])
  }

  /// Headers of later kernels may bring names that nobody could know.
  @Test(
    .enabled(
      if: agreement_header_version() < 0x061300, "the kernel headers are newer than Linux 6.18"))
  func `no constant of the installed header is left out`() throws {
    let header = try String(contentsOfFile: "/usr/include/linux/perf_event.h", encoding: .utf8)
    let code = header.replacing(/\/\*(?:[^*]|\*[^\/])*\*\//, with: "")
    let found = code.matches(of: /(?m)(?:^#define\s+|^\s+)(PERF_[A-Z0-9_]+)\b(?!\()/)
      .map { String($0.output.1) }
      .filter { !$0.hasSuffix("_MAX") && !$0.hasSuffix("_MAX_SHIFT") }
    let known = Set(Self.rows(agreement_constants()).map(\.name))
    #expect(found.count > 250)
    #expect(Set(found).subtracting(known).sorted() == [])
  }
}
