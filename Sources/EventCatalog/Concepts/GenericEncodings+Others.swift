extension GenericEncodings {
  /// AMD's cores, in the same form.
  static let amd: String = """
    amd
      cpu-cycles=76 instructions=c0 cache-references=77d cache-misses=77e
      branch-instructions=c2 branch-misses=c3 stalled-cycles-frontend=d0
      stalled-cycles-backend=d1 L1-dcache-loads=40 L1-dcache-load-misses=141
      L1-dcache-prefetches=267 L1-dcache-prefetch-misses=167 L1-icache-loads=80
      L1-icache-load-misses=81 L1-icache-prefetches=14b LLC-loads=37d LLC-load-misses=37e
      LLC-stores=17f dTLB-loads=40 dTLB-load-misses=746 iTLB-loads=80
      iTLB-load-misses=385 branch-loads=c2 branch-load-misses=c3 node-loads=b8e9
      node-load-misses=98e9
    zen
      cpu-cycles=76 instructions=c0 cache-references=ff60 cache-misses=964
      branch-instructions=c2 branch-misses=c3 L1-dcache-loads=40
      L1-dcache-load-misses=c860 L1-dcache-prefetches=ff5a L1-icache-loads=80
      L1-icache-load-misses=81 dTLB-loads=ff45 dTLB-load-misses=f045 iTLB-loads=84
      iTLB-load-misses=ff85 branch-loads=c2 branch-load-misses=c3
    zen1 < zen
      stalled-cycles-frontend=287 stalled-cycles-backend=187
    zen2 < zen
      stalled-cycles-frontend=a9
    zen4 < zen2
      ref-cycles=100000120
    """

  /// Cores with Arm's instruction set, in the same form.
  ///
  /// The architecture gives the codes; what a core lacks, it says in a register, and
  /// the kernel then refuses.
  static let arm: String = """
    armv8
      cpu-cycles=11 instructions=8 cache-references=4 cache-misses=3
      branch-instructions=21 branch-misses=10 bus-cycles=1d stalled-cycles-frontend=23
      stalled-cycles-backend=24 L1-dcache-loads=4 L1-dcache-load-misses=3
      L1-icache-loads=14 L1-icache-load-misses=1 dTLB-loads=25 dTLB-load-misses=5
      iTLB-loads=26 iTLB-load-misses=2 LLC-loads=36 LLC-load-misses=37 branch-loads=12
      branch-load-misses=10
    armv8-a53 < armv8
      branch-instructions=c L1-dcache-prefetch-misses=c2 node-loads=60 node-stores=61
    armv8-a57 < armv8
      branch-instructions=c L1-dcache-stores=41 L1-dcache-store-misses=43
      dTLB-store-misses=4d node-loads=60 node-stores=61
    armv8-a73 < armv8
      branch-instructions=c L1-dcache-stores=41
    armv8-thunder < armv8
      L1-dcache-stores=41 L1-dcache-store-misses=e9 L1-dcache-prefetches=ea
      L1-dcache-prefetch-misses=eb L1-icache-prefetches=ec L1-icache-prefetch-misses=ed
      dTLB-stores=4f dTLB-store-misses=4d
    armv8-vulcan < armv8
      L1-dcache-stores=41 L1-dcache-store-misses=43 dTLB-stores=4f dTLB-store-misses=4d
      node-loads=60 node-stores=61
    """
}
