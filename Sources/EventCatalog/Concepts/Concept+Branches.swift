extension Concept {
  static let progress: String = """
    cpu-cycles progress "Clock cycles in which the core is not halted, at its current
      frequency." generic=cpu-cycles,cycles preset=PAPI_TOT_CYC any=@cpu-cycles
    instructions progress "Instructions that have retired." generic=instructions
      preset=PAPI_TOT_INS any=@instructions
    ref-cycles progress "Clock cycles in which the core is not halted, at a frequency that
      never changes." generic=ref-cycles preset=PAPI_REF_CYC any=@ref-cycles
    bus-cycles progress "Clock cycles of the bus or of the core's external clock in which the
      core is not halted." generic=bus-cycles any=@bus-cycles
    """

  static let branchTexts: String = """
    branch-instructions branches "Branches that have retired."
      generic=branch-instructions,branches,branch-loads preset=PAPI_BR_INS
      any=@branch-instructions
    branch-misses branches "Branches that have retired after their direction or target had
      been predicted wrongly." generic=branch-misses,branch-load-misses preset=PAPI_BR_MSP
      any=@branch-misses
    branch-predictable-spec branches "Branches that the core could predict, retired or not."
      generic=branch-loads arm=#12
    branch-conditional branches "Conditional branches that have retired." preset=PAPI_BR_CN
      intel=BR_INST_RETIRED.CONDITIONAL,BR_INST_RETIRED.COND zen=#d1
    branch-taken branches "Branches that have retired and that were taken." preset=PAPI_BR_TKN
      intel=BR_INST_RETIRED.NEAR_TAKEN amd=#c4
    branch-call branches "Near calls that have retired."
      intel=BR_INST_RETIRED.NEAR_CALL
    branch-return branches "Near returns that have retired."
      intel=BR_INST_RETIRED.NEAR_RETURN amd=#c8 cortex-a57=#e cortex-a72=#e
      arm=BR_RETURN_RETIRED
    branch-far branches "Far branches that have retired, such as interrupts and calls into
      another segment." intel=BR_INST_RETIRED.FAR_BRANCH amd=#c6
    branch-misses-conditional branches "Conditional branches that have retired after a wrong
      prediction." intel=BR_MISP_RETIRED.CONDITIONAL,BR_MISP_RETIRED.COND
    branch-misses-taken branches "Taken branches that have retired after a wrong prediction."
      intel=BR_MISP_RETIRED.NEAR_TAKEN amd=#c5
    branch-misses-return branches "Near returns that have retired after a wrong prediction."
      intel=BR_MISP_RETIRED.RET,BR_MISP_RETIRED.NEAR_RETURN amd=#c9
    branch-misses-indirect branches "Indirect branches that have retired after a wrong
      prediction." intel=BR_MISP_RETIRED.INDIRECT amd=#ca
    """
}
