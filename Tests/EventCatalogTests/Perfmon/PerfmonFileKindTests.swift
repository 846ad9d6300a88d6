import EventCatalog
import TestSupport
import Testing

@Suite("Further files of the vendor's")
struct PerfmonFileKindTests {
  @Test func `requests and responses of offcore bits make events`() throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"[{"EventName":"OFFCORE_RESPONSE.B.R","EventCode":"1"}]"#,
      "events/matrix": """
      [{"MATRIX_REQUEST":"A","MATRIX_RESPONSE":"Null","MATRIX_VALUE":"0x1","MATRIX_REGISTER":"0,1","DESCRIPTION":"reads"},
       {"MATRIX_REQUEST":"B","MATRIX_RESPONSE":"Null","MATRIX_VALUE":"0x8fff","MATRIX_REGISTER":"1"},
       {"MATRIX_REQUEST":"Null","MATRIX_RESPONSE":"R","MATRIX_VALUE":"0x3f803c","MATRIX_REGISTER":"0,1","DESCRIPTION":"hit"},
       {"MATRIX_REQUEST":"Null","MATRIX_RESPONSE":"S.T","MATRIX_VALUE":"0x1","MATRIX_REGISTER":"1"},
       {"MATRIX_REQUEST":"C","MATRIX_VALUE":"y"}]
      """,
    ])
    #expect(
      table.events.map(\.name) == [
        "OFFCORE_RESPONSE.B.R", "OFFCORE_RESPONSE.A.R", "OFFCORE_RESPONSE.A.S.T",
        "OFFCORE_RESPONSE.B.S.T",
      ])
    #expect(table.events[1].terms == "event=0xb7,umask=1,offcore_rsp=0x3f803c0001")
    #expect(table.events[1].words == EventWords(config: 0x1b7, config1: 0x3f_803c_0001))
    #expect(table.events[1].brief == "reads that hit")
    #expect(table.events[3].words == EventWords(config: 0x1bb, config1: 0x1_8fff))
    #expect(table.events[3].constraints.extraRegister?.addresses == [0x1a7])
    #expect(table.warnings.count == 1)
  }

  @Test func `weights of floating point events make a metric`() throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": """
      [{"EventName":"FP_ARITH_INST_RETIRED.SCALAR_DOUBLE","EventCode":"0xC7","UMask":"0x01"},
       {"EventName":"FP_ARITH_INST_RETIRED.128B_PACKED","EventCode":"0xC7","UMask":"0x04"}]
      """,
      "events/fp": """
      [{"BitName":"SCALAR_DOUBLE","BitIndex":"0","FlopsMultiplier":"1"},
       {"BitName":"128B_PACKED","BitIndex":"2","FlopsMultiplier":"2"},
       {"BitName":"UNKNOWN","BitIndex":"3","FlopsMultiplier":"2"},
       {"BitName":"SCALAR_DOUBLE","BitIndex":"300","FlopsMultiplier":"2"}]
      """,
    ])
    let metric: MetricDefinition = try #require(table.metrics.first)
    #expect(metric.formula == "1 * bit0 + 2 * bit2")
    #expect(metric.operands.map(\.value) == table.events.map(\.name))
    #expect(
      table.warnings.map(\.problem) == [
        .danglingReference("UNKNOWN"), .danglingReference("SCALAR_DOUBLE"),
      ])
  }

  @Test func `of very many mistakes the first are told, and how many more there are`() throws {
    let records: String = Array(repeating: "{}", count: 1500).joined(separator: ",")
    let table: EventTable = try PerfmonTree.table(["events/core": "[\(records)]"])
    #expect(table.events.isEmpty)
    #expect(table.warnings.count == 1001)
    #expect(table.warnings.last?.problem == .moreProblems(count: 500))
  }

  @Test func `retirement latencies are those of their events`() throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"[{"EventName":"A.B","EventCode":"1"}]"#,
      "metrics/latency":
        #"{"Platform":{"a":1},"Data":{"A.B":{"MIN":0,"MAX":716,"MEAN":6.05},"C":{"MEAN":1},"D":{"MEAN":"x"}}}"#,
    ])
    #expect(
      table.events[0].retirementLatency == RetirementLatency(mean: 6.05, minimum: 0, maximum: 716))
    #expect(table.events[0].constraints.remark == "")
    #expect(
      table.warnings.map(\.problem) == [
        .invalidField("MEAN", value: "x"), .danglingReference("C"),
      ])
  }

  @Test func `metrics and their thresholds`() throws {
    let table: EventTable = try PerfmonTree.table([
      "metrics/metrics": """
      {"Header":{},"Metrics":[
       {"MetricName":"Frontend_Bound","LegacyName":"metric_TMA_Frontend_Bound(%)","Level":1,
        "BriefDescription":"B","UnitOfMeasure":"percent","Formula":"100 * ( a / b )",
        "Events":[{"Name":"X.Y:c1","Alias":"a"},{"Alias":"z"},{"Name":"T","Alias":"b"}],
        "Constants":[{"Name":"HYPERTHREADING_ON","Alias":"smt_on"}],"MetricGroup":"A; B ",
        "ResolutionLevels":"THREAD, CORE, SOCKET","CountDomain":"Slots","Category":"TMA",
        "LocateWith":" L1.MISS;#NA",
        "Threshold":{"Formula":"a > 15 & b > 1","ThresholdIssues":"$issue2P, $issueFB","ThresholdMetrics":[
          {"Alias":"a","Value":"metric_TMA_Frontend_Bound(%)"},{"Alias":"b","Value":"other"}]}},
       {"MetricName":"N"}, {"Formula":"1"}]}
      """
    ])
    let metric: MetricDefinition = try #require(table.metrics.first)
    #expect(table.metrics.count == 1)
    #expect(metric.operands.map(\.alias) == ["a", "b", "smt_on"])
    #expect(metric.operands.map(\.isConstant) == [false, false, true])
    #expect(metric.threshold == "Frontend_Bound > 15 & other > 1")
    #expect(metric.level == 1)
    #expect(metric.groups == ["A", "B"] && metric.unitName == "percent" && metric.brief == "B")
    #expect(metric.language == .perfmon && metric.provenance.version == "V1")
    #expect(metric.resolutionLevels == ["THREAD", "CORE", "SOCKET"])
    #expect(metric.countDomain == "Slots" && metric.category == "TMA")
    #expect(metric.locatingEvents == ["L1.MISS"])
    #expect(metric.thresholdIssues == ["$issue2P", "$issueFB"])
    #expect(
      table.warnings.map(\.problem) == [
        .missingField("Name"), .missingField("Formula"), .missingField("MetricName"),
      ])
  }

  @Test func `a metric outlives a level that makes no sense`() throws {
    let table: EventTable = try PerfmonTree.table([
      "metrics/metrics": #"{"Metrics":[{"MetricName":"A","Formula":"1","Level":"top"}]}"#
    ])
    #expect(table.metrics.map(\.level) == [nil])
    #expect(table.warnings.map(\.problem) == [.invalidField("Level", value: "top")])
  }
}
