/// Expressions for comparison with perf.
enum OracleExpressions {
  static let hardware: [String] = [
    "cpu-cycles", "cycles", "instructions", "cache-references", "cache-misses",
    "branch-instructions", "branches", "branch-misses", "bus-cycles",
    "stalled-cycles-frontend", "idle-cycles-frontend", "stalled-cycles-backend",
    "idle-cycles-backend", "ref-cycles",
  ]

  static let software: [String] = [
    "cpu-clock", "task-clock", "page-faults", "faults", "context-switches", "cs",
    "cpu-migrations", "migrations", "minor-faults", "major-faults", "alignment-faults",
    "emulation-faults", "dummy", "bpf-output", "cgroup-switches",
  ]

  static let caches: [String] = [
    "L1-dcache", "l1-d", "l1d", "L1-data", "L1-icache", "l1-i", "l1i", "L1-instruction", "LLC",
    "L2", "dTLB", "d-tlb", "Data-TLB", "iTLB", "i-tlb", "Instruction-TLB", "branch", "bpu", "btb",
    "bpc", "node", "L1-dcache-loads", "L1-dcache-load-misses", "L1-dcache-stores",
    "L1-dcache-store-misses", "L1-dcache-prefetches", "L1-dcache-prefetch-misses",
    "L1-icache-loads", "L1-icache-load-misses", "L1-icache-prefetches",
    "L1-icache-prefetch-misses", "LLC-loads", "LLC-load-misses", "LLC-stores",
    "LLC-store-misses", "LLC-prefetches", "LLC-prefetch-misses", "dTLB-loads",
    "dTLB-load-misses", "dTLB-stores", "dTLB-store-misses", "dTLB-prefetches",
    "dTLB-prefetch-misses", "iTLB-loads", "iTLB-load-misses", "branch-loads",
    "branch-load-misses", "node-loads", "node-load-misses", "node-stores", "node-store-misses",
    "node-prefetches", "node-prefetch-misses", "l1-d-read-miss", "LLC-misses",
    "LLC-misses-loads", "LLC-loads-refs", "LLC-refs", "node-load", "d-tlb-prefetch", "bpu-misses",
    "btb-read", "L1-instruction-load", "L1-data-speculative-read", "L1-dcache-loads-ops",
    "L1-dcache-Reference", "LLC-speculative-load-misses", "node-write-access",
  ]

  static let generic: [String] = hardware + software + caches

  static let modified: [String] = [
    "cycles:u", "cycles:k", "cycles:h", "cycles:uk", "cycles:ukh", "cycles:kh", "cycles:G",
    "cycles:H", "cycles:GH", "cycles:uG", "cycles:kH", "cycles:I", "cycles:uI", "cycles:p",
    "cycles:pp", "cycles:ppp", "cycles:upp", "cycles:pG", "cycles:P", "cycles:uP", "cycles:S",
    "cycles:D", "cycles:e", "cycles:b", "cs:upppkhGHID", "instructions:kDe", "page-faults:u",
    "LLC-load-misses:k", "r1a8:u", "cycles:", "cycles//", "cycles//u", "cycles/period=5/u",
    "cs/name=foo/", "cs/name=foo/u", "cs/name='a,b=c'/", "cs/config=5/", "cs/config1=5/",
    "cs/config1=0x5,config2=7/k", "cs/percore/", "cs/period=0x10,name=a.b/",
  ]

  static let groups: [String] = [
    "cycles,instructions", "cycles, instructions", " cycles", "{page-faults,cs}",
    "{page-faults,cs}:u", "{faults:u,cs}:k", "grp{page-faults,cs}:u",
    "{cs:u}:k,page-faults", "{cs},{cs}:u", "{cs:k}:k", "{cs:G}:H", "{cs:G}:k", "{cs}:G",
    "{cs:p}:pp", "{cs,cs}:D", "{cs,cs}:e", "{cs:D,cs}", "{cs:u,cs}:h", "{cs}:S", "{cs,cs}:W",
    "{cs:W,cs}", "{cs:I,cs}:u", "{cs:ukh,faults:H}:u", "{cs,faults:k,cs:I}:ukGH",
  ]

  static let numeric: [String] = [
    "r0", "r1a8", "rABC", "rffffffffffffffff", "r1a8/config1=1/", "r1a8/config1=1,config2=2/u",
    "1:2", "0x1:0x2", "1:2:u", "1:2//u", "1:2/config1=3/", "99:1", "3:0x10002", "4:0x1a8:k",
    "mem:0x1000", "mem:4096", "mem:0x1000:rwx", "mem:0x1000:x", "mem:0x1000:r", "mem:0x1000:w",
    "mem:0x1000:rw", "mem:0x1000:wr", "mem:0x1000/4:w", "mem:0x1000/8:rw:u", "mem:0x1000/2",
    "mem:0x10/0",
    "mem:0x1000:u", "mem:0x1000:rwx:k", "mem:0x1000/1:w,cs",
  ]

  static let pmus: [String] = [
    "msr/tsc/", "msr/tsc/u", "tsc", "TSC", "tsc:u", "msr/TSC/", "msr/event=0x1/", "msr//",
    "msr/event=0/", "msr/config=0x100/", "msr/config=1,event=2/", "msr/event=2,config=1/",
    "msr/event=0x1,event=0x2/", "msr/tsc=1/", "msr/event=tsc/", "msr/event=0x1,name=foo/u",
    "msr/tsc,period=1000/", "msr/tsc/,cs", "msr/config1=5,config2=6/",
    "uprobe/retprobe/", "uprobe/retprobe=0/", "uprobe/retprobe=1/",
    "uprobe/ref_ctr_offset=0x10,retprobe/", "uprobe/ref_ctr_offset=4294967295/",
    "software/config=2/", "software/config=3/u", "breakpoint//", "software//k",
  ]

  static let tracepoints: [String] = [
    "sched:sched_switch", "sched:sched_switch:u", "sched:sched_switch:k", "sched:sched_w*",
    "sched:sched_sw*:k", "sched:*", "sched:sched_sw[ai]*", "sched:sched_swit?h",
    "{sched:sched_switch,cs}:u", "syscalls:sys_enter_op*,cs", "irq:*:k",
    "irq:irq_h*",
  ]

  /// All that perf accepts.
  static let everything: [String] =
    hardware + software + caches + modified + groups + numeric + pmus + tracepoints + terms

  /// Terms in rarer forms.
  static let terms: [String] = [
    "msr/r1/", "msr/r0x1/", "msr/read/", "cs/r5/", "cs/r0x5/", "cs/read/", "cycles/r1/",
    "msr/tsc,r5/", "msr/@foo/", "msr/@foo=3,tsc/", "msr/@foo=a:b/", "msr/'tsc'/",
    "msr/event='tsc'/", "cs/name=a:b/", "cs/name='a:b'/", "cs/name='a=b.c'/", "cs/name=a-b/",
    "cs/name=a*b/", "cs/config/", "cs/config1/", "cs/period/", "cs/period=5,period=6/",
    "cs/metric-id=foo/", "cs/metric-id=foo,name=bar/u", "cs/percore=0/", "cs/percore=1/k",
    "sched:sched_switch//", "sched:sched_switch//u", "1:2/name=x/u", "1:2/config=5/",
    "1:2/config1=7,config2=8/k", "r1a8/name=foo/", "r1a8//u", "r1a8/percore/", "r1a8/config=5/",
    "r0f//", "rBEEF:kp", "LLC-loads/config1=1/", "LLC-loads/name=x/u", "L1-dcache-loads//k",
    "cycles/config=0x10/", "cycles/config1=0xffffffffffffffff/", "faults/config=4/u",
    "msr/config=0xffffffffffffffff/", "msr/config=0,config1=1,config2=2/",
    "msr/event=0x3,period=12/u", "msr/event=0xffffffffffffffff/",
    "software/config=0,config1=9/", "software/config=1,name=x/", "tracepoint/config=1/",
    "breakpoint/config1=0x1000,config2=4/", "uprobe/retprobe,ref_ctr_offset=7/",
    "a.b{cs}", "_x{cs,faults}:u", "g1{cs},g2{faults}:k", "{cs/period=1/,faults//u}",
    "{msr/tsc/}", "{cs,msr/tsc/}:u", "cs:uk,faults:kh,migrations:G",
    "cycles:ukhGHIp", "instructions:ppGH", "cache-misses:uI", "branches:kG", "cs:hI",
    "cpu-clock:u", "task-clock:k", "major-faults:uk", "cgroup-switches", "LLC-stores:uP",
    "node-loads:H", "dTLB-loads:p", "iTLB-load-misses:kpp", "branch-loads:S",
  ]

  /// What perf records with other attributes than it counts with.
  static let recorded: [String] = [
    "cs/period=5/", "cs/period=0x10/u", "cs/freq=100/", "cs/period=5,freq=6/",
    "cs/freq=6,period=5/", "cs/time=0/", "cs/time=1/", "cs/time/", "cs/call-graph=fp/",
    "cs/call-graph=no/", "cs/call-graph=dwarf/", "cs/call-graph=dwarf,stack-size=4096/",
    "cs/call-graph=lbr/", "cs/stack-size=1024/", "cs/max-stack=5/",
    "cs/max-stack=5,call-graph=fp/", "cs/max-stack=0/", "cs/nr=4/", "cs/inherit/",
    "cs/no-inherit/", "cs/inherit=0/", "cs/no-inherit=0/", "cs/inherit=2/", "cs/no-inherit=3/",
    "cs/aux-output=2/", "cs/overwrite/", "cs/overwrite=0/",
    "cs/no-overwrite/", "cs/branch_type=any/", "cs/branch_type=u/", "cs/branch_type=any_call/",
    "cs/branch_type=stack/", "cs/branch_type=k/", "cs/branch_type=cond/",
    "cs/branch_type=any_ret/", "cs/aux-output/", "cs/percore/", "cs:p", "cs:pp", "cs:ppp",
    "faults/period=3,time=0,no-inherit/u", "msr/tsc,period=7/", "msr/tsc,call-graph=fp/",
    "task-clock/freq=50,call-graph=fp,max-stack=9/", "cycles/period=1000/pp",
    "sched:sched_switch/call-graph=fp/", "sched:sched_switch/max-stack=3/",
    "cs/metric-id=x,period=2/",
  ]

  /// What perf record refuses.
  static let refusedRecordings: [String] = [
    "cs/branch_type=foo/", "cs/branch_type=off/", "cs/time=2/", "cs/time=x/", "cs/inherit=x/",
    "cs/overwrite=x/", "cs/no-overwrite=x/", "cs/no-inherit=x/", "cs/max-stack=x/",
    "cs/call-graph=5/", "cs/freq=x/", "cs/branch_type=3/", "cs/aux-output=x/", "cs/nr=x/",
    "cs/stack-size=x/", "cs/call-graph/",
  ]

  static let refused: [String] = [
    "cycles:uu", "cycles:pppp", "cycles:z", "cs:u:k", "{cs,cs}:u:k", "{cs}u", "r1a8u",
    "cs,", ",cs", "cs,,cs", "{}", "{{cs}}", "a{cs}b", "{page-faults,}", "{,cs}", "cs}",
    "readx", "r", "r0x1a8", "r1FFFFFFFFFFFFFFFF", "rg", "cs-u", "cs.u", "cs/u", "cs/name=foo",
    "cs//:u", "cycles/period=5/:u", "{cs}:z", "{cs}:uu", "{cs:pp}:pp", "1", "1:", "1:0x", "0x:1",
    "mem", "mem:", "mem:zz", "mem:0x1000:rr", "mem:0x1000/4/u", "software:cs", "msr/tsc",
    "msr/tsc/x", "msr/tsc=2/", "software/cpu-clock/", "uprobe/ref_ctr_offset=0x1ffffffff/",
    "uprobe/retprobe=2/", "nosuch/event=1/", "msr_0/tsc/", "ms/tsc/", "cs/foo=5/", "cs/period=x/",
    "cs/name=12/", "cs/name/", "cs/name='12/", "cs/name=0x12/", "cs/metric-id=12/",
    "cs/metric-id/", "cs/percore=2/", "cs/percore=x/", "cs/config=/", "cs/config1=-1/",
    "cs/config=18446744073709551616/", "cs/config=x/", "cs/foo/", "cs/@foo/",
    "msr/r1=2/", "msr/@=3/", "msr/event=0x1ffffffffffffffff/", "cs/time=0/",
    "cs/inherit/", "cs/no-inherit/", "cs/branch_type=any/", "cs/max-stack=5/",
    "cs/call-graph=fp/", "cs/stack-size=8/", "cs/nr=1/", "cs/aux-output/",
    "cs/aux-sample-size=1/", "msr/tsc,time=1/", "cs:ku:", "mem:0x10/4/", "1x{cs}",
    "cs:pupupup", "cycles:GG", "{cs:z}", "{cs/period=x/}", "cs,faults}",
    "msr/tsc", "msr/tsc,", "msr/tsc=0x2/", "msr/event=,tsc/", "uprobe/nosuch/",
    "uprobe/retprobe=x/",
    "cs/overwrite/", "sched:nosuch", "nosuch:x", "L1-dcache-",
    "l2-prefetch-misses-x", "itlb-stores-x", "LLC-load-misses-foo",
    "L1-icache-stores", "L1-icache-store-misses", "branch-store", "iTLB-stores", "cycels",
    "cs;cs", "cs cs", "/", "//", ":", ":u", "{", "}", "{}:u", "x{", "msr/,/", "msr/event=/",
    "msr/=1/", "msr/tsc,/", "msr/tsc//", "cycles:u,", "{cs},", "{cs}{cs}", "{cs},,{cs}",
  ]
}
