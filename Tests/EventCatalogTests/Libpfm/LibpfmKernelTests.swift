import CLibpfm
import Foundation
import Testing

@testable import EventCatalog

/// Encodings of uncore events as the library has them where the kernel offers the PMUs.
@Suite("Uncore PMUs of libpfm4 and a kernel")
struct LibpfmKernelTests {
  /// Encodes every event of every kind of uncore PMU on a machine that seems to have all.
  ///
  /// PMUs that differ from the one before in their number only have the same events, so
  /// that their first event is enough.
  /// The library opens the kernel's file with the number of a PMU, in place of which it
  /// gets one that says 77.
  static let program = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <inttypes.h>
    #include <linux/perf_event.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #define __PERFMON_PERF_EVENT_H__
    #include <perfmon/pfmlib_perf_event.h>

    static char wanted[4096];

    FILE *fopen(const char *path, const char *mode) {
      FILE *(*next)(const char *, const char *) = dlsym(RTLD_NEXT, "fopen");
      if (strncmp(path, "/sys/bus/event_source/devices/", 30)) return next(path, mode);
      snprintf(wanted, sizeof wanted, "%s", path + 30);
      *strchrnul(wanted, '/') = 0;
      return fmemopen("77", 2, "r");
    }

    static void encode(const char *name) {
      struct perf_event_attr attributes = {.size = sizeof attributes};
      pfm_perf_encode_arg_t argument = {.attr = &attributes, .size = sizeof argument};
      int result = pfm_get_os_event_encoding(name, PFM_PLM0 | PFM_PLM3, PFM_OS_PERF_EVENT_EXT,
                                             &argument);
      printf("%s|%d|%u|%s|%" PRIx64 "|%" PRIx64 "|%" PRIx64 "\\n", name, result,
             attributes.type, wanted, (uint64_t)attributes.config,
             (uint64_t)attributes.config1, (uint64_t)attributes.config2);
    }

    static int is_sibling(const char *name, const char *last) {
      size_t stem = strlen(name);
      while (stem && name[stem - 1] >= '0' && name[stem - 1] <= '9') stem--;
      return !strncmp(name, last, stem) && !last[stem + strspn(last + stem, "0123456789")];
    }

    int main(void) {
      char last[256] = "";
      setenv("LIBPFM_ENCODE_INACTIVE", "1", 1);
      pfm_initialize();
      for (int number = 0; number < PFM_PMU_MAX; number++) {
        pfm_pmu_info_t pmu = {.size = sizeof pmu};
        if (pfm_get_pmu_info(number, &pmu) || pmu.type != PFM_PMU_TYPE_UNCORE) continue;
        int sibling = is_sibling(pmu.name, last);
        snprintf(last, sizeof last, "%s", pmu.name);
        for (int i = pmu.first_event; i != -1; i = pfm_get_event_next(i)) {
          pfm_event_info_t event = {.size = sizeof event};
          char name[4096];
          pfm_get_event_info(i, PFM_OS_NONE, &event);
          snprintf(name, sizeof name, "%s::%s", pmu.name, event.name);
          encode(name);
          if (sibling) break;
          for (int k = 0; k < event.nattrs; k++) {
            pfm_event_attr_info_t mask = {.size = sizeof mask};
            pfm_get_event_attr_info(i, k, PFM_OS_NONE, &mask);
            snprintf(name, sizeof name, "%s::%s:%s%s", pmu.name, event.name, mask.name,
                     mask.type == PFM_ATTR_MOD_INTEGER ? "=1" : "");
            encode(name);
          }
        }
      }
    }
    """

  @Test(.enabled(if: CProgram.compiler != nil, "without a C compiler"))
  func `words made from registers are those for a kernel with the PMU`() throws {
    let program = try CProgram(source: Self.program, flags: ["-lpfm", "-ldl"])
    defer { program.remove() }
    let encoder = try LibpfmEncoder()
    var compared = 0
    for line in try program.output().split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard fields[1] == "0" else { continue }
      let numbers = fields[4...6].compactMap { UInt64($0, radix: 16) }
      let expected = EventWords(config: numbers[0], config1: numbers[1], config2: numbers[2])
      let pmu = try #require(
        encoder.pmu(named: String(fields[0].prefix { $0 != ":" })))
      let layout = try #require(LibpfmRegisterLayout(of: pmu))
      let words = try LibpfmLibrary.locked { (_) throws(LibpfmError) in
        let answer = LibpfmAnswer(registersOf: fields[0], levels: [.user, .kernel])
        return layout.words(of: answer.registers)
      }
      // Modifiers of the kernel mean nothing to the hardware, which refuses them.
      if words == nil { continue }
      if words != expected {
        Issue.record("\(fields[0]): \(expected), \(String(describing: words))")
      }
      #expect(fields[2] == "77" && fields[3] == pmu.kernelName, "\(fields[0])")
      compared += 1
    }
    #expect(compared > 10_000)
  }
}
