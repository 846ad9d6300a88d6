extension Concept {
  static let pipelineTexts: String = """
    stalled-cycles-frontend pipeline "Cycles in which fetching and decoding deliver nothing."
      generic=stalled-cycles-frontend preset=PAPI_STL_ICY any=@stalled-cycles-frontend
    stalled-cycles-backend pipeline "Cycles in which nothing is sent on because the executing
      part is busy." generic=stalled-cycles-backend preset=PAPI_RES_STL
      any=@stalled-cycles-backend
    uops-issued pipeline "Operations that are handed to the executing part, retired or not."
      preset=PAPI_TOT_IIS intel=UOPS_ISSUED.ANY arm=#1b
    uops-retired pipeline "Operations that have retired, counted as slots on Intel."
      intel=UOPS_RETIRED.RETIRE_SLOTS,UOPS_RETIRED.SLOTS amd=#c1 zen=#c1
    execution-stall-cycles pipeline "Cycles in which no operation is executed."
      intel=CYCLE_ACTIVITY.STALLS_TOTAL,CYCLE_ACTIVITY.CYCLES_NO_EXECUTE
    resource-stalls pipeline "Cycles in which nothing can be allocated because some resource
      is used up." preset=PAPI_RES_STL intel=RESOURCE_STALLS.ANY
    frontend-undelivered-slots pipeline "Slots that fetching and decoding leave empty while
      the executing part would take operations."
      intel=IDQ_UOPS_NOT_DELIVERED.CORE,IDQ_BUBBLES.CORE
    topdown-slots pipeline "Slots of the pipeline, of which the top-down method counts the
      kinds." generic=slots icelake=#400 goldencove=#400 intel=TOPDOWN.SLOTS
    machine-clears pipeline "Occasions on which the whole pipeline is emptied."
      sandybridge=#10401c3 haswell=#10401c3 skylake=#10401c3 goldencove=#10401c3
      intel=MACHINE_CLEARS.COUNT,MACHINE_CLEARS.ALL
    machine-clears-memory-ordering pipeline "Occasions on which the pipeline is emptied because
      memory was accessed in a wrong order." intel=MACHINE_CLEARS.MEMORY_ORDERING
    machine-clears-smc pipeline "Occasions on which the pipeline is emptied because code has
      changed itself." intel=MACHINE_CLEARS.SMC
    divider-busy arithmetic "Cycles in which a divider works."
      intel=ARITH.DIVIDER_ACTIVE,ARITH.DIV_ACTIVE,ARITH.FPU_DIV_ACTIVE zen=#d3
    fp-scalar-double arithmetic "Scalar instructions on numbers of 64 bits that have retired."
      intel=FP_ARITH_INST_RETIRED.SCALAR_DOUBLE
    fp-scalar-single arithmetic "Scalar instructions on numbers of 32 bits that have retired."
      intel=FP_ARITH_INST_RETIRED.SCALAR_SINGLE
    fp-128-double arithmetic "Instructions on vectors of two numbers of 64 bits that have
      retired." intel=FP_ARITH_INST_RETIRED.128B_PACKED_DOUBLE
    fp-256-double arithmetic "Instructions on vectors of four numbers of 64 bits that have
      retired." intel=FP_ARITH_INST_RETIRED.256B_PACKED_DOUBLE
    fp-512-double arithmetic "Instructions on vectors of eight numbers of 64 bits that have
      retired." intel=FP_ARITH_INST_RETIRED.512B_PACKED_DOUBLE
    fp-flops-all arithmetic "Operations on floating point numbers, one per number of a vector."
      preset=PAPI_FP_OPS,PAPI_FP_INS amd=#ff03 zen1=#ff03 zen2=#f03 zen4=#1f03
    fp-scalar-spec arithmetic "Scalar floating point instructions, retired or not."
      preset=PAPI_FP_INS arm=#75
    simd-spec arithmetic "Vector instructions, retired or not." preset=PAPI_VEC_INS arm=#74
    """
}
