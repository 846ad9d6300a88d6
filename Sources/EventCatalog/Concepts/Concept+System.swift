extension Concept {
  static let systemTexts: String = """
    interrupts interrupts "Interrupts that the core takes." preset=PAPI_HW_INT
      skylake=#1cb goldencove=#1cb intel=HW_INTERRUPTS.RECEIVED amd=#cf zen=#2c arm=#86
    exceptions-taken interrupts "Exceptions that the core takes, interrupts among them." arm=#9
    sw:cpu-clock software "Nanoseconds by the clock of the CPU." generic=cpu-clock any=#0
    sw:task-clock software "Nanoseconds in which the task runs." generic=task-clock any=#1
    sw:page-faults software "Page faults of all kinds." generic=page-faults,faults any=#2
    sw:context-switches software "Switches from one task to another."
      generic=context-switches,cs any=#3
    sw:cpu-migrations software "Moves of a task to another CPU."
      generic=cpu-migrations,migrations any=#4
    sw:minor-faults software "Page faults that need no reading from a disk."
      generic=minor-faults any=#5
    sw:major-faults software "Page faults that need reading from a disk."
      generic=major-faults any=#6
    sw:alignment-faults software "Accesses that the kernel must repair because they are not
      aligned." generic=alignment-faults any=#7
    sw:emulation-faults software "Instructions that the kernel must emulate."
      generic=emulation-faults any=#8
    sw:cgroup-switches software "Switches from a task of one control group to one of another."
      generic=cgroup-switches any=#b
    rapl:energy-pkg energy "Energy of the whole package." generic=power/energy-pkg/ any=#2
    rapl:energy-cores energy "Energy of the cores." generic=power/energy-cores/ any=#1
    rapl:energy-ram energy "Energy of the memory." generic=power/energy-ram/ any=#3
    rapl:energy-gpu energy "Energy of the graphics." generic=power/energy-gpu/ any=#4
    rapl:energy-psys energy "Energy of the whole system." generic=power/energy-psys/ any=#5
    """
}
