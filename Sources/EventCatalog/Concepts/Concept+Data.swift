extension Concept {
  static let dataTexts: String = """
    L1-dcache-loads data "Loads that go to the first level of the data cache."
      generic=L1-dcache-loads preset=PAPI_LD_INS,PAPI_L1_DCA any=@L1-dcache-loads
    L1-dcache-load-misses data "Lines that are brought into the first level of the data cache
      because a load misses it." generic=L1-dcache-load-misses
      preset=PAPI_L1_DCM,PAPI_L1_LDM intel=L1D.REPLACEMENT,@L1-dcache-load-misses
      any=@L1-dcache-load-misses
    L1-dcache-stores data "Stores that go to the first level of the data cache."
      generic=L1-dcache-stores,dTLB-stores preset=PAPI_SR_INS any=@L1-dcache-stores
    loads-arch data "Load instructions." preset=PAPI_LD_INS zen=#129
      cortex-a57=#6 cortex-a72=#6 arm=LD_RETIRED,LD_SPEC,#70
    stores-arch data "Store instructions." preset=PAPI_SR_INS zen=#229
      cortex-a57=#7 cortex-a72=#7 arm=ST_RETIRED,ST_SPEC,#71
    mem-access data "Accesses to data in memory, loads and stores together."
      preset=PAPI_LST_INS arm=#13
    L1D-writebacks data "Lines that the first level of the data cache writes back." arm=#15
    load-L1-hit data "Loads that have retired and hit the first level of the cache."
      intel=MEM_LOAD_RETIRED.L1_HIT,MEM_LOAD_UOPS_RETIRED.L1_HIT
    load-L1-miss data "Loads that have retired and missed the first level of the cache."
      intel=MEM_LOAD_RETIRED.L1_MISS,MEM_LOAD_UOPS_RETIRED.L1_MISS
    load-L2-hit data "Loads that have retired and hit the second level of the cache."
      intel=MEM_LOAD_RETIRED.L2_HIT,MEM_LOAD_UOPS_RETIRED.L2_HIT
    load-L2-miss data "Loads that have retired and missed the second level of the cache."
      intel=MEM_LOAD_RETIRED.L2_MISS,MEM_LOAD_UOPS_RETIRED.L2_MISS
    load-L3-hit data "Loads that have retired and hit the third level of the cache."
      intel=MEM_LOAD_RETIRED.L3_HIT,MEM_LOAD_UOPS_RETIRED.L3_HIT,MEM_LOAD_UOPS_RETIRED.LLC_HIT
    load-L3-miss data "Loads that have retired and missed the third level of the cache."
      preset=PAPI_L3_LDM
      intel=MEM_LOAD_RETIRED.L3_MISS,MEM_LOAD_UOPS_RETIRED.L3_MISS,MEM_LOAD_UOPS_RETIRED.LLC_MISS
    lock-loads data "Loads of locked instructions that have retired."
      intel=MEM_INST_RETIRED.LOCK_LOADS,MEM_UOPS_RETIRED.LOCK_LOADS
    split-loads data "Loads that are not aligned or that cross a cache line."
      intel=MEM_INST_RETIRED.SPLIT_LOADS,MEM_UOPS_RETIRED.SPLIT_LOADS amd=#47 zen1=#47
      zen2=#47 zen3=#347 zen4=#347 arm=#68
    split-stores data "Stores that are not aligned or that cross a cache line."
      intel=MEM_INST_RETIRED.SPLIT_STORES,MEM_UOPS_RETIRED.SPLIT_STORES arm=#69
    store-forward-blocked data "Loads that wait because an earlier store cannot hand over its
      data." intel=LD_BLOCKS.STORE_FORWARD
    load-latency data "Loads, sampled with the time that they take."
      generic=mem-loads any=@mem-loads
    dTLB-loads translation "Accesses that ask for the translation of a data address, as far as
      the core can tell." generic=dTLB-loads any=@dTLB-loads
    dTLB-load-misses translation "Loads whose address is in no translation buffer, so that the
      page table is walked." generic=dTLB-load-misses preset=PAPI_TLB_DM
      any=@dTLB-load-misses
    dTLB-store-misses translation "Stores whose address is in no translation buffer, so that
      the page table is walked." generic=dTLB-store-misses any=@dTLB-store-misses
    dTLB-walk-active translation "Cycles with a walk of the page table for loads, or the walks
      where cycles cannot be counted." intel=DTLB_LOAD_MISSES.WALK_ACTIVE arm=DTLB_WALK,#34
    iTLB-loads translation "Instruction fetches that ask the second translation buffer, or the
      first where that cannot be counted." generic=iTLB-loads
      nehalem=@iTLB-loads intel=ITLB_MISSES.STLB_HIT,@iTLB-loads any=@iTLB-loads
    iTLB-load-misses translation "Instruction fetches whose address is in no translation
      buffer, so that the page table is walked." generic=iTLB-load-misses preset=PAPI_TLB_IM
      any=@iTLB-load-misses
    """
}
