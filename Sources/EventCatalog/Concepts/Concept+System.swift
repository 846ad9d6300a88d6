extension Concept {
  static let systemTexts: String = """
    interrupts interrupts "Interrupts that the core takes." preset=PAPI_HW_INT
      intel=HW_INTERRUPTS.RECEIVED amd=#cf zen=#2c arm=#86
    exceptions-taken interrupts "Exceptions that the core takes, interrupts among them." arm=#9
    sw:cpu-clock software "Nanoseconds by the clock of the CPU." generic=cpu-clock
    sw:task-clock software "Nanoseconds in which the task runs." generic=task-clock
    sw:page-faults software "Page faults of all kinds." generic=page-faults,faults
    sw:context-switches software "Switches from one task to another."
      generic=context-switches,cs
    sw:cpu-migrations software "Moves of a task to another CPU."
      generic=cpu-migrations,migrations
    sw:minor-faults software "Page faults that need no reading from a disk."
      generic=minor-faults
    sw:major-faults software "Page faults that need reading from a disk." generic=major-faults
    sw:alignment-faults software "Accesses that the kernel must repair because they are not
      aligned." generic=alignment-faults
    sw:emulation-faults software "Instructions that the kernel must emulate."
      generic=emulation-faults
    sw:cgroup-switches software "Switches from a task of one control group to one of another."
      generic=cgroup-switches
    rapl:energy-pkg energy "Energy of the whole package." generic=power/energy-pkg/
    rapl:energy-cores energy "Energy of the cores." generic=power/energy-cores/
    rapl:energy-ram energy "Energy of the memory." generic=power/energy-ram/
    rapl:energy-gpu energy "Energy of the graphics." generic=power/energy-gpu/
    rapl:energy-psys energy "Energy of the whole system." generic=power/energy-psys/
    """
}
