import EventCatalog
import Testing

@Suite("Scales, groups and operands of metrics")
struct MetricPartsTests {
  @Test(arguments: [
    ("100%", 100, "%"), ("6.4e-05MiB", 6.4e-5, "MiB"), ("1", 1, ""), ("", 1, ""),
    ("1core clocks", 1, "core clocks"), ("6.103515625E-5MB/sec", 6.103515625e-5, "MB/sec"),
    ("1eB", 1, "eB"), (".5x", 0.5, "x"), ("2.", 2, ""), ("-1e3ns", -1000, "ns"), ("MiB", 1, "MiB"),
    ("-", 1, "-"), ("1.063%", 1.063, "%"), ("1e2%", 100, "%"), ("1SMI#", 1, "SMI#"),
  ])
  func `a scale is a number and a unit`(text: String, factor: Double, unit: String) {
    let scale = MetricScale(parsing: text)
    #expect(scale == MetricScale(factor: factor, unit: unit))
    #expect(unit.first == "e" || MetricScale(parsing: scale.description) == scale)
  }

  @Test func `a rule says when events are counted apart`() {
    let all: MetricGrouping.Conditions = [.watchdog, .smt, .threshold]
    #expect(MetricGrouping(rule: "") == .together)
    #expect(MetricGrouping(rule: "").allowsGroup(under: all))
    #expect(!MetricGrouping(rule: "NO_GROUP_EVENTS").allowsGroup(under: []))
    for rule in ["NO_GROUP_EVENTS_NMI", "NO_NMI_WATCHDOG"] {
      #expect(MetricGrouping(rule: rule).allowsGroup(under: [.smt, .threshold]))
      #expect(!MetricGrouping(rule: rule).allowsGroup(under: .watchdog))
    }
    #expect(MetricGrouping(rule: "NO_GROUP_EVENTS_SMT").allowsGroup(under: .watchdog))
    #expect(!MetricGrouping(rule: "NO_GROUP_EVENTS_SMT").allowsGroup(under: .smt))
    let last = MetricGrouping(rule: "NO_THRESHOLD_AND_NMI")
    #expect(last.allowsGroup(under: .watchdog) && last.allowsGroup(under: .threshold))
    #expect(!last.allowsGroup(under: all))
    #expect(MetricGrouping(rule: "NEW") == .other("NEW"))
    #expect(!MetricGrouping(rule: "NEW").allowsGroup(under: []))
  }

  @Test(arguments: [
    ("INST_RETIRED.ANY", "INST_RETIRED.ANY"),
    ("UOPS_RETIRED.MS:c1:e1", "cpu/UOPS_RETIRED.MS,cmask=1,edge=1/"),
    ("EXE:c8:i1:eq1", "cpu/EXE,cmask=8,inv=1,eq=1/"),
    ("CPU_CLK_UNHALTED.THREAD:SUP", "CPU_CLK_UNHALTED.THREAD:k"),
    ("CPU_CLK_UNHALTED.THREAD:USER:c1", "cpu/CPU_CLK_UNHALTED.THREAD,cmask=1/u"),
    ("OFFCORE_REQUESTS.X:u0x80", "cpu/OFFCORE_REQUESTS.X,umask=0x80/"),
    ("TOPDOWN.SLOTS:perf_metrics", "slots"),
    ("PERF_METRICS.MEMORY_BOUND", "topdown-mem-bound"),
    ("MEM.X:retire_latency", "MEM.X:R"),
    ("UNC_CHA_TOR:opc=0x182:tid=1", "cpu/UNC_CHA_TOR,filter_opc=0x182,filter_tid=0x1/"),
    ("UNC_X:filter1=4043300000000", "cpu/UNC_X,config1=0x4043300000000/"),
    ("A.B:percore", "cpu/A.B,percore/"),
    (
      "OFFCORE_RESPONSE:request=ALL_READS:response=LLC.X",
      "OFFCORE_RESPONSE:request=ALL_READS:response=LLC.X"
    ),
  ])
  func `an operand of perfmon has qualifiers`(text: String, event: String) {
    #expect(PerfmonOperand(parsing: text).eventText() == event)
  }

  @Test func `events of perfmon are those of their kind of cores`() {
    var definition = MetricDefinition(
      name: "X", formula: "a", language: .perfmon,
      provenance: EventProvenance(source: .perfmon, location: "test"))
    #expect(definition.eventText(of: "A.B:c1") == "cpu/A.B,cmask=1/")
    definition.unit = PMUUnit("cpu_core")
    #expect(definition.eventText(of: "A.B:c1") == "cpu_core/A.B,cmask=1/")
    definition.language = .perf
    #expect(definition.eventText(of: "cpu/A.B,cmask=1/") == "cpu/A.B,cmask=1/")
  }

  @Test func `qualifiers that are not known are kept`() {
    let operand = PerfmonOperand(parsing: "A:one_unit:zz=q:c:u0x100000000000000000")
    #expect(operand.name == "A")
    #expect(operand.flags == ["one_unit", "zz=q", "c", "u0x100000000000000000"])
    #expect(operand.counterMask == nil && operand.unitMask == nil)
  }

  @Test(arguments: [
    (
      "metric_TMA_..Fetch_Latency(%) > 10 & metric_TMA_Frontend_Bound(%) > 15",
      "Fetch_Latency > 10 & Frontend_Bound > 15"
    ),
    ("metric_CPI > 4 * 2 + 1", "CPI > 4 * 2 + 1"),
  ])
  func `thresholds of perfmon have present names`(text: String, result: String) throws {
    var definition = MetricDefinition(
      name: "X", formula: "1", language: .perfmon,
      provenance: EventProvenance(source: .perfmon, location: "test"))
    definition.threshold = text
    #expect(try definition.thresholdExpression()?.description == result)
  }
}
