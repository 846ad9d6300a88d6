import Testing

@testable import PerfEvent

@Suite struct ErrorSentenceTests {
  private static let errors: [PerfEventError] = [
    .noHardwarePMU(isVirtualMachine: true), .noHardwarePMU(isVirtualMachine: false),
    .noSuchPMU(.raw), .unknownEvent(type: .tracepoint, config: 1),
    .unknownEvent(type: .raw, config: 1), .seccomp(.notPermitted),
    .securityModule(.accessDenied), .notInKernel, .tooManyDescriptors(nil),
    .tooManyDescriptors(DescriptorLimit(soft: 8, hard: 8)),
    .tooManyDescriptors(DescriptorLimit(soft: 8, hard: 9)), .tooManyFilesInSystem,
    .attributesTooLarge(size: 136, kernelSize: 112),
    .attributesTooLarge(size: 136, kernelSize: nil), .invalidAttribute("inherit"),
    .invalidAttributes, .doesNotFitIntoGroup, .differsFromGroup("clockid"), .notALeader,
    .invalidBreakpoint(address: 1, length: 3), .frequencyTooHigh(2, limit: 1), .needsWholeCPU,
    .cgroupNeedsCPU, .notACgroup(7), .noSuchCPU(99), .offlineCPU(1), .noTarget,
    .notSupportedByPMU, .busy, .noFreeBreakpoint, .noSuchTask(4711),
    .mappingTooLarge(bytes: 4096, allowedKilobytes: 516),
    .mappingTooLarge(bytes: 4096, allowedKilobytes: nil), .foreignPage, .pinnedNotPlaced,
    .commandNotStarted, .commandAlreadyStarted, .systemCall("mmap", .badAddress),
  ]

  @Test func `every error has a sentence of its own`() {
    var seen: Set<String> = []
    for error in Self.errors {
      let text: String = error.description
      #expect(seen.insert(text).inserted, "\(text)")
      #expect(!text.contains("Optional") && !text.contains("PerfEventError"), "\(text)")
      #expect(!text.contains("\n") && !text.hasSuffix("."), "\(text)")
      #expect(text.utf8.count > 15, "\(text)")
    }
    #expect(
      !seen.contains("the kernel refuses the event"), "that says nothing of what is wrong")
  }

  @Test func `what the error carries stands in its sentence`() {
    #expect(PerfEventError.noSuchCPU(99).description.contains("99"))
    #expect(PerfEventError.notACgroup(7).description.contains("descriptor 7"))
    #expect(PerfEventError.differsFromGroup("clockid").description.contains("clockid"))
    #expect(PerfEventError.commandNotStarted.description.contains("start it before"))
    #expect(PerfEventError.commandAlreadyStarted.description.contains("make another one"))
  }
}
