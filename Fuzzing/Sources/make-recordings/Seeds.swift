import PerfData
import PerfEvent
import Recordings

/// What each fuzz target starts from.
enum Seeds {
  /// The seeds of a target with their names, or nil if there is no such target.
  static func of(target: String) -> [(name: String, bytes: [UInt8])]? {
    switch target {
    case "FuzzPerfData", "FuzzRecordings", "FuzzEditing":
      Recording.seeds.flatMap { forms(of: $0.recording.file, named: $0.name) }
    case "FuzzWriting":
      (1...8).map { step in
        ("numbers-\(step)", (0..<600).map { UInt8(truncatingIfNeeded: $0 * $0 * step / 7) })
      }
    case "FuzzTracingData": [("tracing-data", tracingData)]
    case "FuzzEventNames":
      expressions.enumerated().map { ("\($0.offset).txt", Array($0.element.utf8)) }
    case "FuzzSysfsTrees":
      trees.enumerated().map { ("\($0.offset).tree", $0.element) }
    case "FuzzMetrics": formulas.enumerated().map { ("\($0.offset).txt", Array($0.element.utf8)) }
    case "FuzzToolFiles":
      toolFiles.enumerated().map { ("\($0.offset).txt", [UInt8($0.offset)] + $0.element.utf8) }
    case "FuzzEventFiles": EventFileSeeds.all
    case "FuzzEventAttributes": attributes
    default: nil
    }
  }

  /// A recording as it is, in the other byte order, as a stream, and packed.
  private static func forms(
    of bytes: [UInt8], named name: String
  ) -> [(name: String, bytes: [UInt8])] {
    var forms = [("\(name).data", bytes)]
    guard let file = try? PerfDataFile(bytes: bytes) else { return forms }
    let others: [(name: String, options: WriterOptions)] = [
      ("big-endian", WriterOptions(byteOrder: .bigEndian, attributeSize: 144)),
      ("stream", WriterOptions(mode: .pipe)),
      ("packed", WriterOptions(compression: RecordCompression())),
    ]
    for (form, options) in others {
      var options = options
      options.validation = .lenient
      if let other = try? file.convert(to: .memory, options: options) {
        forms.append(("\(name)-\(form).data", other))
      }
    }
    return forms
  }

  /// Expressions that together use every part of the grammar.
  private static let expressions = [
    "cycles:u", "{instructions,cycles}:k", "page-faults,cs", "LLC-load-misses", "r1a8", "1:2",
    "L1-dcache-loads:ukh", "cpu/event=0x3c,umask=0x1/pp", "cpu/mem-loads,ldlat=30,name=x/P",
    "cpu/parametric,umask=2/", "cpu/config=1,config1=2,period=5/", "cpu-cycles", "mem-loads:S",
    "uncore_imc/reads/", "imc/event=0xff/", "uncore_imc_*/event=1/", "sched:sched_switch",
    "sched:*", "*:*entry", "mem:0x7ffd10/8:rwx", "mem:0x10:w", "pair{cs:D,cs},{faults}:e",
    "duration_time", "cyclse", "cycles:GHIWb", "0x4:0x1a8", "cycles:RX", "cpu/@sink=1,r5/",
    "cs/cpu=0-3,metric-id=x/", "cs/call-graph=dwarf,stack-size=8,time=0,branch_type=any/",
    "sched:sched_switch/filter='a > 1 && (b ~ \"x*\")'/", "cpu/'a.b',name='x,y=z'/", "a.b:u",
    "skl::L1D:REPLACEMENT:c=1:i", "L1D:REPLACEMENT", "PAPI_SUM:u", "a:1000:0x3:0:1", "a:7:m",
    "A.B:PMC0:EDGEDETECT:THRESHOLD=0x2:KERNEL", "cpu/a.b,cmask=2/", "{PAPI_SUM,cs}:k",
  ]

  /// Trees of sysfs and tracefs: places, lengths and texts of files.
  private static let trees: [[UInt8]] = {
    let files: [(UInt8, String)] = [
      (0, "4"), (1, "0-3"), (3, "3"), (4, "config:0-7,32-35"), (5, "config1:8-15"),
      (6, "event=0x3c,umask=?"), (7, "6.1e-5"), (8, "MiB"), (9, "1"), (13, "13"),
      (14, "config:0-7"), (15, "event=4"), (16, "14"), (17, "0,18"), (20, "10"), (21, "4-7"),
      (24, "314"),
      (25, "ID: 9\nformat:\n\tfield:int a;\toffset:8;\tsize:4;\tsigned:1;\n\nprint fmt: \"\""),
      (29, "x=y"), (61, "one"), (93, "loop"),
    ]
    let whole: [UInt8] = files.flatMap { place, text in
      [place, UInt8(truncatingIfNeeded: text.utf8.count)] + text.utf8
    }
    return [whole, Array(whole.prefix(60)), Array(whole.suffix(60))]
  }()

  /// Formulas that together use every part of the four languages.
  private static let formulas = [
    "a + b * (c - 1e-3) / 2 % d", "a if b > 0 else c if #smt_on else -d", "a | b ^ c & d < 5",
    "max(min(a, 1), d_ratio(b, c))", "source_count(a) * has_event(b)", "NaN + .5 + 1.e9",
    "cpu_core@A.B\\,cmask\\=0x1@ / c2\\-residency", "hv@X\\,chip\\=?@", "1 * 0 + (0 * a)",
    "strcmp_cpuid_str(0x410fd493) | aggr_nr(a)", "m1 + m2\nm2 * #slots\nTopdownL1",
    "100 * ( a / ( b ) ) if c > = 2 else max( d , 0 )", "metric_TMA_..X(%) > 10 & a:c1:e1 < 1e9",
    "N0|N1|2|*|+|#|/|", "1.0E-06*(PMC0+PMC1)/time*inverseClock", "CBOX0C0:STATE=0x3F*64.0",
  ]

  /// A file of OProfile, PAPI, LIKWID and Arm each, where needed with a second one.
  private static let toolFiles = [
    """
    event:0x3c counters:0,1 um:one,two minimum:6000 name:CYCLES : Clock cycles
    event:0x1c4 counters:cpuid um:two ext:ibs name:OPS :
    include:i386/a
    \u{0}name:one type:exclusive default:walk
    \t0x10 extra:cmask=a,inv,edge,any,pebs walk Walks
    name:two type:bitmask default:0x3
    \t0x01 Loads
    """,
    """
    CPU,a
    PRESET,PAPI_A,DERIVED_POSTFIX,N0|2|*|N1|-|,E:F,PAPI_B,NOTE,"x, y"
    PRESET,PAPI_B,DERIVED_INFIX,(N0+N1)/2,G,H
    PRESET,PAPI_C,DERIVED_ADD_PS,I,J,K
    """,
    """
    EVENT_A 0xB7 PMC0|PMC1
    OPTIONS_A EVENT_OPTION_MATCH0_MASK
    DEFAULT_OPTIONS_A EVENT_OPTION_THRESHOLD=0x2,EVENT_OPTION_EDGE=1
    UMASK_A 0x01 0x0 0x11
    \u{0}SHORT Text
    REQUIRE_NOHT
    EVENTSET
    PMC0:EDGEDETECT A
    METRICS
    Rate [MBytes/s] 1.0E-06*(PMC0:EDGEDETECT/time)
    LONG
    """,
    #"{"cpuid": "0x41d0c", "events": [{"code": 17, "name": "C", "description": "A.\u0041"}]}"#,
  ]

  /// A sample behind its size, and the tracing data of its tracepoint.
  private static var tracingData: [UInt8] {
    let fields = [
      "unsigned short common_type;\toffset:0;\tsize:2;", "u32 n;\toffset:8;\tsize:4;",
      "char name[8];\toffset:12;\tsize:8;", "__data_loc u8[] list;\toffset:20;\tsize:4;",
    ]
    let format =
      "name: x\nID: 7\nformat:\n" + fields.map { "\tfield:\($0)\tsigned:0;\n" }.joined()
      + "\nprint fmt: \"%d %s %*d %s %s %x\", REC->n / 2, REC->name, REC->n, REC->n, "
      + "__print_hex(__get_dynamic_array(list), REC->n), __print_flags(REC->n & ~1, \"|\", "
      + "{ 1 << 2, \"A\" }), (u8)REC->name[REC->n]\n"
    var bytes: [UInt8] = [24, 7, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0] + Array("perf\0\0\0\0".utf8)
    bytes += [8, 0, 2, 0, 23, 8, 68] + Array("tracing0.5\0".utf8) + [0, 8, 0, 16, 0, 0]
    for name in ["header_page", "header_event"] {
      bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 9)
    }
    bytes += [0, 0, 0, 0, 1, 0, 0, 0] + Array("s\0".utf8) + [1, 0, 0, 0]
    bytes += [UInt8(format.utf8.count & 255), UInt8(format.utf8.count >> 8), 0, 0, 0, 0, 0, 0]
    return bytes + Array(format.utf8) + [UInt8](repeating: 0, count: 8)
  }

  /// Attributes of every published size, and of one that is still to come.
  private static var attributes: [(name: String, bytes: [UInt8])] {
    [64, 72, 80, 96, 104, 112, 120, 128, 136, 144, 256].map { size in
      var event = RecordedEvent(sampleFields: .max >> UInt64(size % 40))
      event.attributeSize = size
      event.readFormat = 31
      event.branchFields = 1 << UInt64(size % 20)
      return ("attributes-\(size)", event.attributes)
    }
  }
}
