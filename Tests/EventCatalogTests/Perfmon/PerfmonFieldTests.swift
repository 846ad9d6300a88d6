import EventCatalog
import Testing

@Suite("Fields of the vendor's records")
struct PerfmonFieldTests {
  private func core(_ fields: String) throws -> EventDefinition {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"{"Header":{},"Events":[{"EventName":"E.X",\#(fields)}]}"#
    ])
    #expect(table.warnings.isEmpty)
    return try #require(table.events.first)
  }

  private func uncore(_ fields: String) throws -> EventDefinition {
    let table: EventTable = try PerfmonTree.table(["events/uncore": "[{\(fields)}]"])
    #expect(table.warnings.isEmpty)
    return try #require(table.events.first)
  }

  @Test(
    arguments: [
      (
        #""EventCode":"0xA3","UMask":"0x10","CounterMask":"16","Invert":"1","AnyThread":"1","EdgeDetect":"1","SampleAfterValue":"2000003""#,
        "event=0xa3,any=1,cmask=16,edge=1,inv=1,period=2000003,umask=0x10", 0x10a4_10a3 | 0x80_0000,
        0
      ),
      (
        #""EventCode":"0xB7, 0xBB","UMask":"0x01","MSRIndex":"0x1a6,0x1a7","MSRValue":"0x3F803C0001""#,
        "event=0xb7,umask=1,offcore_rsp=0x3F803C0001", 0x1b7, 0x3f_803c_0001
      ),
      (
        #""EventCode":"0xB7","UMask":"0x01,0x02","MSRIndex":"0x1a6,0x1a7","MSRValue":"0x10001""#,
        "event=0xb7,umask=1,offcore_rsp=0x10001", 0x1b7, 0x10001
      ),
      (
        #""EventCode":"0xCD","UMask":"0X01","MSRIndex":"0x3F6","MSRValue":"0x80""#,
        "event=0xcd,umask=1,ldlat=0x80", 0x1cd, 0x80
      ),
      (
        #""EventCode":"0xCD","UMask":"0X01","MSRIndex":"0x3F6","MSRValue":"0""#,
        "event=0xcd,umask=1,ldlat=0", 0x1cd, 0
      ),
      (
        #""EventCode":"0xC6","UMask":"0x1","MSRIndex":"0x3F7","MSRValue":"18""#,
        "event=0xc6,umask=1,frontend=18", 0x1c6, 18
      ),
      (
        #""EventCode":"0x24","UMask":"0x00","UMaskExt":"0x01""#, "event=0x24,umask=0x100",
        0x100_0000_0024, 0
      ),
      (
        #""EventCode":"0x24","UMask":"0x02","UMask2":"0x01","Equal":"1""#,
        "event=0x24,umask=0x102,eq=1", 0x110_0000_0224, 0
      ),
      (
        #""EventCode":"0x2A","UMask":"0x01","MSRIndex":"0x3E0","MSRValue":"0x1F""#,
        "event=0x2a,umask=1,config1=0x1F", 0x12a, 0x1f
      ),
      (
        #""EventCode":"0x00","UMask":"0x03","MSRIndex":"0x00","MSRValue":"0x00""#,
        "event=0,umask=3", 0x300, 0
      ),
    ] as [(String, String, UInt64, UInt64)])
  func `terms and words`(fields: String, terms: String, config: UInt64, config1: UInt64) throws {
    let event: EventDefinition = try core(fields)
    #expect(event.terms == terms)
    #expect(event.words == EventWords(config: config, config1: config1))
  }

  @Test(
    arguments: [
      ("INST_RETIRED.ANY", 0xc0), ("INST_RETIRED.ANY_P", 0xc0), ("CPU_CLK_UNHALTED.THREAD", 0x3c),
      ("CPU_CLK_UNHALTED.CORE", 0x3c), ("CPU_CLK_UNHALTED.THREAD_ANY", 0x20_003c),
      ("CPU_CLK_UNHALTED.REF", 0x300), ("CPU_CLK_UNHALTED.REF_TSC", 0x200),
      ("TOPDOWN.SLOTS", 0x200),
    ] as [(String, UInt64)])
  func `fixed events take the codes of general counters`(name: String, config: UInt64) throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"[{"EventName":"\#(name)","EventCode":"0x00","UMask":"0x02"}]"#
    ])
    #expect(table.events.first?.words == EventWords(config: config))
  }

  @Test func `counters, registers, errata and traits`() throws {
    let event: EventDefinition = try core(
      #""EventCode":"0xB7, 0xBB","UMask":"1","Counter":"0,1,2,3","CounterHTOff":"0,1,2,3,4,5,6,7","#
        + #""PEBScounters":"0,1,32","PDISTCounter":"0","TakenAlone":"1","Errata":"HSD29, HSM30","#
        + #""MSRIndex":"0x1a6, 0x1a7","MSRValue":"0x1","Deprecated":"1","Speculative":"1","#
        + #""ProgrammingRestriction":"0x1a6-0x01","BriefDescription":"B","PublicDescription":"D""#)
    #expect(event.constraints.programmable == CounterSet(rawValue: 0xf))
    #expect(event.constraints.programmableWithoutSMT == CounterSet(rawValue: 0xff))
    #expect(event.constraints.fixed == nil)
    #expect(event.constraints.precise == CounterSet(rawValue: 0x1_0000_0003))
    #expect(event.constraints.withoutSkid == CounterSet(rawValue: 1))
    #expect(event.constraints.isTakenAlone)
    #expect(event.constraints.errata == ["HSD29", "HSM30"])
    #expect(
      event.constraints.extraRegister == ExtraRegister(addresses: [0x1a6, 0x1a7], value: 1))
    #expect(
      event.constraints.alternatives == [
        AlternativeCode(event: 0xb7, unitMask: 1, register: 0x1a6),
        AlternativeCode(event: 0xbb, unitMask: 1, register: 0x1a7),
      ])
    #expect(event.constraints.remark == "programming restriction 0x1a6-0x01")
    #expect(event.traits == [.deprecated, .speculative])
    #expect(event.brief == "B" && event.details == "D" && event.unit == .core)
    #expect(event.provenance.version == "V59")
    #expect(event.provenance.location == "/p/SKL/events/core.json")
  }

  @Test(arguments: ["null", "0", ""])
  func `no errata`(text: String) throws {
    #expect(try core(#""Errata":"\#(text)""#).constraints.errata.isEmpty)
  }

  @Test(
    arguments: [
      (#""PEBS":"0""#, .none), (#""PEBS":"1""#, .possible), (#""PEBS":"2""#, .required),
      (#""Precise":"0","CollectPEBSRecord":"2""#, .none),
      (#""Precise":"1","CollectPEBSRecord":"2""#, .possible),
      (#""Precise":"1","CollectPEBSRecord":"3""#, .required), (#""UMask":"0""#, .unknown),
    ] as [(String, PrecisionSupport)])
  func `precise samples`(fields: String, precision: PrecisionSupport) throws {
    #expect(try core(fields).precision == precision)
  }

  @Test(
    arguments: [
      (
        #""EventName":"UNC_CBO_X","Unit":"CBO","EventCode":"0x22","UMask":"0x41","CounterMask":"1""#,
        "uncore_cbox", "event=0x22,cmask=1,umask=0x41", 0x100_4122
      ),
      (
        #""EventName":"UNC_CLOCK.SOCKET","Unit":"NCU","EventCode":"0x0","UMask":"0x01","Counter":"FIXED""#,
        "uncore_cbox_0", "event=0xff", 0xff
      ),
      (
        #""EventName":"UNC_MC1_WRCAS_COUNT_FREERUN","Unit":"iMC","EventCode":"0x0","CounterType":"FREERUN","Counter":"4""#,
        "uncore_imc_free_running_1", "event=0xff,umask=0x30", 0x30ff
      ),
      (
        #""EventName":"UNC_IIO_BANDWIDTH_IN.PART3_FREERUN","Unit":"IIO","CounterType":"FREERUN""#,
        "uncore_iio_free_running", "event=0xff,umask=0x23", 0x23ff
      ),
      (
        #""EventName":"X","Unit":"QPI LL","EventCode":"0x02","ExtSel":"1","UMask":"0x08""#,
        "uncore_qpi", "event=0x102,umask=8", nil
      ),
      (
        #""EventName":"X","Unit":"IIO","EventCode":"0x83","UMask":"0x04","UMaskExt":"0x01","PortMask":"0x01","FCMask":"0x07""#,
        "uncore_iio", "event=0x83,ch_mask=1,fc_mask=7,umask=4", nil
      ),
      (
        #""EventName":"X","Unit":"CHA","EventCode":"0x35","UMask":"0x01","UMaskExt":"0x00C80FFD","PortMask":"0x00","Filter":"na""#,
        "uncore_cha", "event=0x35,umask=0xc80ffd01", nil
      ),
      (
        #""EventName":"X","Unit":"CHA","EventCode":"0x36","UMask":"0x24","Filter":"Filter1","FILTER_VALUE":"0x40433""#,
        "uncore_cha", "event=0x36,umask=0x24,config1=0x4043300000000", 0x2436
      ),
      (
        #""EventName":"X","Unit":"PCU","EventCode":"0x80","UMask":"0x80""#, "uncore_pcu",
        "event=0x80,occ_sel=2", nil
      ),
    ] as [(String, String, String, UInt64?)])
  func `boxes and their counters`(
    fields: String, unit: String, terms: String, config: UInt64?
  ) throws {
    let event: EventDefinition = try uncore(fields)
    #expect(event.unit == PMUUnit(unit))
    #expect(event.terms == terms)
    #expect(event.words?.config == config)
    #expect(event.traits.contains(.perPackage))
  }

  @Test func `lists that pair by position`() throws {
    let fields: String =
      #""EventCode":"0x2A","UMask":"0x01,0x02,0x04,0x08","Counter":"0,1,2,3","MSRValue":"0x1","#
      + #""MSRIndex":"0x3E0,0x3E1,0x3E2,0x3E3","ProgrammingRestriction":"#
    let paired: CounterConstraints = try core(fields + #""MSRIndex-UMask-Counter""#).constraints
    #expect(
      paired.alternatives
        == (0..<4).map { index in
          AlternativeCode(
            event: 0x2a, unitMask: 1 << UInt64(index), register: 0x3e0 + UInt32(index),
            counters: CounterSet(counter: index))
        })
    #expect(paired.remark.isEmpty)
    let others: CounterConstraints = try core(fields + #""MSRIndex-UMask""#).constraints
    #expect(others.alternatives.map(\.counters) == [nil, nil, nil, nil])
    #expect(others.alternatives.map(\.unitMask) == [1, 2, 4, 8])
    #expect(try core(#""EventCode":"1","ProgrammingRestriction":"None""#).constraints.remark == "")
  }

  @Test(arguments: [
    #""SampleAfterValue":"many""#, #""MSRIndex":"0x1a6,x","MSRValue":"1""#,
    #""UMask":"1,x","MSRIndex":"0x1a6,0x1a7""#, #""FILTER_VALUE":"x","Filter":"CBoFilter0""#,
  ])
  func `an event outlives what its code does not need`(fields: String) throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"[{"EventName":"E.X","EventCode":"0x2",\#(fields)}]"#
    ])
    #expect(table.events.map { $0.words.map { $0.config & 0xff } } == [2])
    #expect(table.warnings.map(\.place) == [.entry("E.X")])
    #expect(table.warnings.allSatisfy { "\($0)".hasSuffix("which makes no sense") })
  }

  @Test func `an event whose code is fixed needs none of its own`() throws {
    let table: EventTable = try PerfmonTree.table([
      "events/core": #"[{"EventName":"INST_RETIRED.ANY","EventCode":"fixed"}]"#
    ])
    #expect(table.events.map { $0.words?.config } == [0xc0])
  }

  @Test(
    arguments: [
      ("CBoFilter0[23:17]", [CounterFilter(name: "CBoFilter0", bits: 17...23)]),
      (
        "CBoFilter0[5], PCUFilter[15:8]",
        [
          CounterFilter(name: "CBoFilter0", bits: 5...5),
          CounterFilter(name: "PCUFilter", bits: 8...15),
        ]
      ), ("fc, chnl", [CounterFilter(name: "fc"), CounterFilter(name: "chnl")]),
      (
        "filter_opc=0x182,filter_nc=1",
        [
          CounterFilter(name: "filter_opc", value: 0x182),
          CounterFilter(name: "filter_nc", value: 1),
        ]
      ), ("X[a:b]", [CounterFilter(name: "X[a:b]")]), ("X[99:1]", [CounterFilter(name: "X[99:1]")]),
      (",", []),
    ] as [(String, [CounterFilter])])
  func `filters of boxes`(text: String, filters: [CounterFilter]) throws {
    let event: EventDefinition = try uncore(
      #""EventName":"X","Unit":"CBO","EventCode":"0x22","Filter":"\#(text)""#)
    #expect(event.constraints.filters == filters)
    #expect(event.constraints.filter == text)
  }

  @Test func `filters exclude each other`() {
    let opcode = CounterFilter(name: "filter_opc", value: 1)
    #expect(!opcode.excludes(opcode))
    #expect(opcode.excludes(CounterFilter(name: "filter_opc", value: 2)))
    #expect(opcode.excludes(CounterFilter(name: "filter_opc")))
    #expect(!opcode.excludes(CounterFilter(name: "filter_nc", value: 2)))
    let low = CounterFilter(name: "F", bits: 0...7)
    #expect(!low.excludes(CounterFilter(name: "F", bits: 8...15)))
    #expect(low.excludes(CounterFilter(name: "F", bits: 7...15)))
  }

  @Test func `addresses of data`() throws {
    #expect(try core(#""Data_LA":"1""#).traits == .dataAddress)
    #expect(try core(#""PRECISE_STORE":"1""#).traits == .dataAddress)
    #expect(try core(#""Data_LA":"0""#).traits == [])
  }

  @Test func `other names of offcore events`() throws {
    for (name, other) in [
      ("OFFCORE_RESPONSE:request=A_B:response=C.D", "OFFCORE_RESPONSE.A_B.C.D"),
      ("OFFCORE_RESPONSE_0.A.B", "OFFCORE_RESPONSE.A.B"),
    ] {
      let table: EventTable = try PerfmonTree.table(["events/core": #"[{"EventName":"\#(name)"}]"#])
      #expect(table.events.first?.otherNames == [other])
    }
  }
}
