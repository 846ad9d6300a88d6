import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Sentences of errors")
struct ErrorTextTests {
  @Test(arguments: [
    ("", "no event is named"),
    ("cs,", "an event or term is missing here (at character 4)"),
    ("cycels", "no event is named \"cycels\"; did you mean \"cycles\"?"),
    ("cs:z", "\"z\" is no modifier, which are u k h G H I p P S D W e b R X (at character 4)"),
    ("cs:pppp", "the modifier \"p\" may stand at most three times (at character 7)"),
    ("cs:uu", "the modifier \"u\" may stand only once (at character 5)"),
    ("cs:W", "the modifier \"W\" is only for groups in braces (at character 4)"),
    (
      "iTLB-stores",
      """
      the cache of "iTLB-stores" has no such operation; did you mean "iTLB-loads" or \
      "iTLB-load-misses"?
      """
    ),
    (
      "cpu/event=1,edge=2/",
      """
      the value 2 is too large for the term "edge" of the PMU "cpu", which takes 0 to 1 (1 bit) \
      (at character 13)
      """
    ),
    (
      "power/x/",
      """
      the PMU "power" knows no term or event "x"; it knows event, energy-pkg, config, config1, \
      config2, config3, config4, name, period, freq, percore, cpu, metric-id (at character 7)
      """
    ),
    (
      "cpus/x/",
      """
      this machine has no PMU "cpus"; it has cpu, breakpoint, power, software, tracepoint, \
      uncore_imc_0, uncore_imc_1
      """
    ),
    (
      "r12345678123456781",
      "\"r12345678123456781\" is no raw event, which is r and at most 16 hexadecimal digits"
    ),
    (
      "power",
      "\"power\" is a PMU and no event: name one of its events, as in \"power/energy-pkg/\", "
        + "which are energy-pkg"
    ),
    ("cs faults", "a comma is missing here between two events (at character 4)"),
    ("cs {faults}", "a comma is missing here between two events (at character 4)"),
    ("cs :u", "unexpected \":\" (at character 4)"),
    ("0x1A8", "no event is named \"0x1A8\"; did you mean \"r1a8\"?"),
    ("mem:x", "\"mem:x\" is no breakpoint, which is mem:ADDRESS[/LENGTH][:rwx]"),
    ("cs\u{1}", "unexpected \"?\" (at character 3)"),
  ])
  func `one sentence each`(expression: String, sentence: String) {
    #expect(problem(of: expression, on: Machine.intel())?.description == sentence)
  }

  @Test func `long texts of the user are cut`() {
    let error: EventNameError? = problem(of: String(repeating: "x", count: 5000))
    #expect(error?.expression.count == 4096)
    #expect((error?.description.count ?? 0) < 150)
  }

  @Test func `places count characters, not bytes`() {
    let error: EventNameError? = problem(of: "cs/name='\u{e9}\u{e9}'/z")
    #expect(error?.position == 15)
    #expect(error?.description.hasSuffix("(at character 14)") == true)
  }
}
