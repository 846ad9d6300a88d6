import FileTrees

/// A machine of a few files: a core PMU, a memory controller twice, tracepoints.
enum SmallMachine {
  private static let devices = "/sys/bus/event_source/devices"
  static let tree = FileTree([
    "\(devices)/cpu/type": "4", "\(devices)/cpu/caps/max_precise": "3",
    "\(devices)/cpu/format/event": "config:0-7", "\(devices)/cpu/format/inv": "config:23",
    "\(devices)/cpu/format/umask": "config:8-15,40-47",
    "\(devices)/cpu/format/ldlat": "config1:0-15",
    "\(devices)/cpu/events/cpu-cycles": "event=0x3c",
    "\(devices)/cpu/events/mem-loads": "event=0xcd,umask=0x1,ldlat=3",
    "\(devices)/cpu/events/parametric": "event=0x1,umask=?",
    "\(devices)/uncore_imc_0/type": "13", "\(devices)/uncore_imc_0/cpumask": "0,18",
    "\(devices)/uncore_imc_0/format/event": "config:0-7",
    "\(devices)/uncore_imc_0/events/reads": "event=0x04",
    "\(devices)/uncore_imc_0/events/reads.scale": "6.103515625e-5",
    "\(devices)/uncore_imc_0/events/reads.unit": "MiB",
    "\(devices)/uncore_imc_1/type": "14", "\(devices)/uncore_imc_1/cpumask": "0,18",
    "\(devices)/uncore_imc_1/format/event": "config:0-7",
    "/tracing/events/sched/sched_switch/id": "314",
    "/tracing/events/sched/sched_waking/id": "315",
    "/tracing/events/irq/irq_handler_entry/id": "151",
  ])
}
