extension Concept {
  static let cacheTexts: String = """
    cache-references caches "Accesses to the cache that the kernel takes for the important
      one: the last on Intel, the second on AMD, the first for data on Arm."
      generic=cache-references preset=PAPI_L3_TCA any=@cache-references
    cache-misses caches "Accesses that miss the cache that the kernel takes for the important
      one: the last on Intel, the second on AMD, the first for data on Arm."
      generic=cache-misses preset=PAPI_L3_TCM any=@cache-misses
    L1-icache-loads instructions "Fetches that go to the first level of the instruction
      cache." generic=L1-icache-loads preset=PAPI_L1_ICA any=@L1-icache-loads
    L1-icache-load-misses instructions "Fetches that miss the first level of the instruction
      cache." generic=L1-icache-load-misses preset=PAPI_L1_ICM goldencove
      any=@L1-icache-load-misses
    L1-icache-stall-cycles instructions "Cycles in which decoding waits for the first level of
      the instruction cache."
      intel=ICACHE_16B.IFDATA_STALL,ICACHE_DATA.STALLS,ICACHE.IFDATA_STALL,ICACHE.IFETCH_STALL
    L2-references caches "Requests to the second level of the cache."
      preset=PAPI_L2_TCA,PAPI_L2_DCA intel=L2_RQSTS.REFERENCES,L2_REQUEST.ALL amd=#77d
      zen=#ff60 arm=#16
    L2-misses caches "Requests that miss the second level of the cache."
      preset=PAPI_L2_TCM,PAPI_L2_DCM intel=L2_RQSTS.MISS,L2_REQUEST.MISS amd=#77e zen=#964
      arm=#17
    L2-demand-data-read-miss caches "Loads of data that miss the second level of the cache,
      without prefetches." preset=PAPI_L2_LDM intel=L2_RQSTS.DEMAND_DATA_RD_MISS
    L2-code-read-miss caches "Instruction fetches that miss the second level of the cache."
      preset=PAPI_L2_ICM,PAPI_L3_ICA,PAPI_L3_ICR intel=L2_RQSTS.CODE_RD_MISS
    L2-rfo-miss caches "Requests to own a line for a store that miss the second level of the
      cache." preset=PAPI_L2_STM,PAPI_L3_DCW,PAPI_L3_TCW intel=L2_RQSTS.RFO_MISS
    L2-writebacks caches "Lines that the second level of the cache writes back." arm=#18
    LLC-loads caches "Loads that go to the last level of the cache." generic=LLC-loads
      any=@LLC-loads
    LLC-load-misses caches "Loads that miss the last level of the cache."
      generic=LLC-load-misses any=@LLC-load-misses
    """
}
