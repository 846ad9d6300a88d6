import Recordings

/// What each fuzz target starts from.
enum Seeds {
  /// The seeds of a target with their names, or nil if there is no such target.
  static func of(target: String) -> [(name: String, bytes: [UInt8])]? {
    switch target {
    case "FuzzPerfData": Recording.seeds.map { ("\($0.name).data", $0.recording.file) }
    case "FuzzEventNames":
      expressions.enumerated().map { ("\($0.offset).txt", Array($0.element.utf8)) }
    case "FuzzEventAttributes": attributes
    default: nil
    }
  }

  /// Expressions that together use every part of the grammar.
  private static let expressions = [
    "cycles:u", "{instructions,cycles}:k", "page-faults,cs", "LLC-load-misses", "r1a8", "1:2",
    "L1-dcache-loads:ukh", "cpu/event=0x3c,umask=0x1/pp", "cpu/mem-loads,ldlat=30,name=x/P",
    "cpu/parametric,umask=2/", "cpu/config=1,config1=2,period=5/", "cpu-cycles", "mem-loads:S",
    "uncore_imc/reads/", "imc/event=0xff/", "uncore_imc_*/event=1/", "sched:sched_switch",
    "sched:*", "*:*entry", "mem:0x7ffd10/8:rwx", "mem:0x10:w", "pair{cs:D,cs},{faults}:e",
    "duration_time", "cyclse", "cycles:GHIWb", "0x4:0x1a8",
  ]

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
