extension GenericEncodings {
  /// Intel's cores: a name, after `<` the set that it starts from, then `name=code` or
  /// `name=code/config1`; a leading `-` takes a name away.
  static let intel: String = """
    none
    intel
      cpu-cycles=3c instructions=c0 cache-references=4f2e cache-misses=412e
      branch-instructions=c4 branch-misses=c5 bus-cycles=13c ref-cycles=300
    core2 < intel
      L1-dcache-loads=f40 L1-dcache-load-misses=140 L1-dcache-stores=f41
      L1-dcache-store-misses=141 L1-dcache-prefetches=104e L1-icache-loads=80
      L1-icache-load-misses=81 LLC-loads=4f29 LLC-load-misses=4129 LLC-stores=4f2a
      LLC-store-misses=412a dTLB-loads=f40 dTLB-load-misses=208 dTLB-stores=f41
      dTLB-store-misses=808 iTLB-loads=c0 iTLB-load-misses=1282 branch-loads=c4
      branch-load-misses=c5
    nehalem < intel
      stalled-cycles-frontend=180010e stalled-cycles-backend=1803fb1
      L1-dcache-loads=10b L1-dcache-load-misses=151 L1-dcache-stores=20b
      L1-dcache-store-misses=251 L1-dcache-prefetches=14e L1-dcache-prefetch-misses=24e
      L1-icache-loads=380 L1-icache-load-misses=280 LLC-loads=1b7/f701
      LLC-load-misses=1b7/f001 LLC-stores=1b7/f70a LLC-store-misses=1b7/f00a
      LLC-prefetches=1b7/f730 LLC-prefetch-misses=1b7/f030 dTLB-loads=f40
      dTLB-load-misses=108 dTLB-stores=f41 dTLB-store-misses=10c iTLB-loads=1c0
      iTLB-load-misses=20c8 branch-loads=c4 branch-load-misses=3e8 node-loads=1b7/7001
      node-load-misses=1b7/2001 node-stores=1b7/700a node-store-misses=1b7/200a
      node-prefetches=1b7/7030 node-prefetch-misses=1b7/2030 mem-loads=100b/3
    westmere < nehalem
      dTLB-loads=10b dTLB-stores=20b iTLB-load-misses=185
    sandybridge < intel
      stalled-cycles-frontend=180010e stalled-cycles-backend=18001b1
      L1-dcache-loads=f1d0 L1-dcache-load-misses=151 L1-dcache-stores=f2d0
      L1-dcache-store-misses=851 L1-dcache-prefetch-misses=24e L1-icache-load-misses=280
      LLC-loads=1b7/10081 LLC-load-misses=1b7/3fffc00081 LLC-stores=1b7/10102
      LLC-store-misses=1b7/3fffc00102 LLC-prefetches=1b7/10030
      LLC-prefetch-misses=1b7/3fffc00030 dTLB-loads=81d0 dTLB-load-misses=108
      dTLB-stores=82d0 dTLB-store-misses=149 iTLB-loads=1085 iTLB-load-misses=185
      branch-loads=c4 branch-load-misses=c5 node-loads=1b7/1fffc00081
      node-load-misses=1b7/1fff800081 node-stores=1b7/1fffc00102
      node-store-misses=1b7/1fff800102 node-prefetches=1b7/1fffc00030
      node-prefetch-misses=1b7/1fff800030 mem-loads=1cd/3 mem-stores=2cd
      topdown-slots-issued=10e topdown-slots-retired=2c2 topdown-fetch-bubbles=19c
    ivybridge < sandybridge
      dTLB-load-misses=8108 -stalled-cycles-backend
    haswell < intel
      L1-dcache-loads=81d0 L1-dcache-load-misses=151 L1-dcache-stores=82d0
      L1-icache-load-misses=280 LLC-loads=1b7/10001 LLC-load-misses=1b7/3fb8400001
      LLC-stores=1b7/10002 LLC-store-misses=1b7/3fb8400002 dTLB-loads=81d0
      dTLB-load-misses=108 dTLB-stores=82d0 dTLB-store-misses=149 iTLB-loads=6085
      iTLB-load-misses=185 branch-loads=c4 branch-load-misses=c5
      node-loads=1b7/1f80400001 node-load-misses=1b7/1fb8000001
      node-stores=1b7/1f80400002 node-store-misses=1b7/1fb8000002 mem-loads=1cd/3
      mem-stores=82d0 tx-start=1c9 tx-commit=2c9 tx-abort=4c9 cycles-t=10000003c
      cycles-ct=30000003c topdown-slots-issued=10e topdown-slots-retired=2c2
      topdown-fetch-bubbles=19c
    broadwell < haswell
      LLC-load-misses=1b7/1fbc000001 LLC-store-misses=1b7/1fbc000002
      node-loads=1b7/1f84000001 node-stores=1b7/1f84000002
    skylake < intel
      L1-dcache-loads=81d0 L1-dcache-load-misses=151 L1-dcache-stores=82d0
      L1-icache-load-misses=283 LLC-loads=1b7/3fc0010001 LLC-load-misses=1b7/3ffc020001
      LLC-stores=1b7/3fc0010002 LLC-store-misses=1b7/3ffc020002 dTLB-loads=81d0
      dTLB-load-misses=e08 dTLB-stores=82d0 dTLB-store-misses=e49 iTLB-loads=2085
      iTLB-load-misses=e85 branch-loads=c4 branch-load-misses=c5
      node-loads=1b7/1fc4000001 node-load-misses=1b7/1ff8000001
      node-stores=1b7/1fc4000002 node-store-misses=1b7/1ff8000002 mem-loads=1cd/3
      mem-stores=82d0 tx-start=1c9 tx-commit=2c9 tx-abort=4c9 cycles-t=10000003c
      cycles-ct=30000003c topdown-slots-issued=10e topdown-slots-retired=2c2
      topdown-fetch-bubbles=19c
    icelake < skylake
      -iTLB-loads -topdown-slots-issued -topdown-slots-retired -topdown-fetch-bubbles
      slots=400 topdown-retiring=8000 topdown-bad-spec=8100 topdown-fe-bound=8200
      topdown-be-bound=8300
    goldencove < intel
      L1-dcache-loads=81d0 L1-dcache-load-misses=e124 L1-dcache-stores=82d0
      L1-icache-load-misses=e424 LLC-loads=12a/10001 LLC-load-misses=12a/3fbfc00001
      LLC-stores=12a/3f3ffc0002 LLC-store-misses=12a/3f3fc00002 dTLB-loads=81d0
      dTLB-load-misses=e12 dTLB-stores=82d0 dTLB-store-misses=e13 iTLB-load-misses=e11
      branch-loads=4c4 branch-load-misses=4c5 node-loads=12a/10c000001
      node-load-misses=12a/3fb3000001 mem-loads=1cd/3 mem-loads-aux=8203 mem-stores=2cd
      slots=400 topdown-retiring=8000 topdown-bad-spec=8100 topdown-fe-bound=8200
      topdown-be-bound=8300 topdown-heavy-ops=8400 topdown-br-mispredict=8500
      topdown-fetch-lat=8600 topdown-mem-bound=8700 tx-start=1c9 tx-commit=2c9
      tx-abort=4c9 cycles-t=10000003c cycles-ct=30000003c
    bonnell < intel
      L1-dcache-loads=2140 L1-dcache-stores=2240 L1-icache-loads=380
      L1-icache-load-misses=280 LLC-loads=4f29 LLC-load-misses=4129 LLC-stores=4f2a
      LLC-store-misses=412a dTLB-loads=2140 dTLB-load-misses=508 dTLB-stores=2240
      dTLB-store-misses=608 iTLB-loads=c0 iTLB-load-misses=282 branch-loads=c4
      branch-load-misses=c5
    silvermont < intel
      L1-dcache-load-misses=104 L1-icache-loads=380 L1-icache-load-misses=280
      LLC-loads=1b7/10001 LLC-stores=1b7/10002 LLC-store-misses=1b7/3680000002
      LLC-prefetches=1b7/10030 LLC-prefetch-misses=1b7/3680000030 dTLB-load-misses=804
      iTLB-loads=c0 iTLB-load-misses=40205 branch-loads=c4 branch-load-misses=c5
      topdown-slots-issued=10c2 topdown-slots-retired=10c2 topdown-fetch-bubbles=50ca
    knightslanding < silvermont
      LLC-store-misses=1b7/3f81f80002 LLC-prefetch-misses=1b7/3f81f80030
      -topdown-slots-issued -topdown-slots-retired -topdown-fetch-bubbles
    goldmont < intel
      L1-dcache-loads=81d0 L1-dcache-stores=82d0 L1-icache-loads=380
      L1-icache-load-misses=280 LLC-loads=1b7/10001 LLC-load-misses=1b7/3600000001
      LLC-stores=1b7/10002 LLC-store-misses=1b7/3600000002 LLC-prefetches=1b7/10030
      LLC-prefetch-misses=1b7/3600000030 dTLB-loads=81d0 dTLB-stores=82d0 iTLB-loads=c0
      iTLB-load-misses=481 branch-loads=c4 branch-load-misses=c5 topdown-slots-issued=e
      topdown-slots-retired=c2 topdown-fetch-bubbles=9c topdown-recovery-bubbles=2ca
    goldmontplus < goldmont
      dTLB-load-misses=e08 dTLB-store-misses=e49 -LLC-prefetches -LLC-prefetch-misses
    tremont < goldmontplus
      LLC-load-misses=1b7/3f04000001 LLC-store-misses=1b7/3f04000002 -iTLB-loads
      -topdown-slots-issued -topdown-slots-retired -topdown-fetch-bubbles
      -topdown-recovery-bubbles topdown-fe-bound=71 topdown-retiring=c2
      topdown-bad-spec=673 topdown-be-bound=74
    gracemont < tremont
      topdown-bad-spec=73 mem-loads=5d0/3 mem-stores=6d0
    """
}
