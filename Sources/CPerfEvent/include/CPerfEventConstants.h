/// The constants of perf_event_open(2) through Linux 6.18, under the kernel's names
/// with the prefix CPERF_ in place of PERF_. They are typed constants rather than
/// macros or enumerators, so that Swift sees each with the width of its field.
#pragma once

#include <stdint.h>

// perf_type_id: which kind of PMU reads `config`.
static const uint32_t CPERF_TYPE_HARDWARE = 0;
static const uint32_t CPERF_TYPE_SOFTWARE = 1;
static const uint32_t CPERF_TYPE_TRACEPOINT = 2;
static const uint32_t CPERF_TYPE_HW_CACHE = 3;
static const uint32_t CPERF_TYPE_RAW = 4;
static const uint32_t CPERF_TYPE_BREAKPOINT = 5;

// Hybrid machines: the type of the PMU stands in the upper half of `config`.
static const uint32_t CPERF_PMU_TYPE_SHIFT = 32;
static const uint64_t CPERF_HW_EVENT_MASK = 0xffffffff;

// perf_hw_id: `config` of CPERF_TYPE_HARDWARE.
static const uint64_t CPERF_COUNT_HW_CPU_CYCLES = 0;
static const uint64_t CPERF_COUNT_HW_INSTRUCTIONS = 1;
static const uint64_t CPERF_COUNT_HW_CACHE_REFERENCES = 2;
static const uint64_t CPERF_COUNT_HW_CACHE_MISSES = 3;
static const uint64_t CPERF_COUNT_HW_BRANCH_INSTRUCTIONS = 4;
static const uint64_t CPERF_COUNT_HW_BRANCH_MISSES = 5;
static const uint64_t CPERF_COUNT_HW_BUS_CYCLES = 6;
static const uint64_t CPERF_COUNT_HW_STALLED_CYCLES_FRONTEND = 7;
static const uint64_t CPERF_COUNT_HW_STALLED_CYCLES_BACKEND = 8;
static const uint64_t CPERF_COUNT_HW_REF_CPU_CYCLES = 9;

// CPERF_TYPE_HW_CACHE: `config` is cache | operation << 8 | result << 16.
static const uint64_t CPERF_COUNT_HW_CACHE_L1D = 0;
static const uint64_t CPERF_COUNT_HW_CACHE_L1I = 1;
static const uint64_t CPERF_COUNT_HW_CACHE_LL = 2;
static const uint64_t CPERF_COUNT_HW_CACHE_DTLB = 3;
static const uint64_t CPERF_COUNT_HW_CACHE_ITLB = 4;
static const uint64_t CPERF_COUNT_HW_CACHE_BPU = 5;
static const uint64_t CPERF_COUNT_HW_CACHE_NODE = 6;
static const uint64_t CPERF_COUNT_HW_CACHE_OP_READ = 0;
static const uint64_t CPERF_COUNT_HW_CACHE_OP_WRITE = 1;
static const uint64_t CPERF_COUNT_HW_CACHE_OP_PREFETCH = 2;
static const uint64_t CPERF_COUNT_HW_CACHE_RESULT_ACCESS = 0;
static const uint64_t CPERF_COUNT_HW_CACHE_RESULT_MISS = 1;

// perf_sw_ids: `config` of CPERF_TYPE_SOFTWARE.
static const uint64_t CPERF_COUNT_SW_CPU_CLOCK = 0;
static const uint64_t CPERF_COUNT_SW_TASK_CLOCK = 1;
static const uint64_t CPERF_COUNT_SW_PAGE_FAULTS = 2;
static const uint64_t CPERF_COUNT_SW_CONTEXT_SWITCHES = 3;
static const uint64_t CPERF_COUNT_SW_CPU_MIGRATIONS = 4;
static const uint64_t CPERF_COUNT_SW_PAGE_FAULTS_MIN = 5;
static const uint64_t CPERF_COUNT_SW_PAGE_FAULTS_MAJ = 6;
static const uint64_t CPERF_COUNT_SW_ALIGNMENT_FAULTS = 7;
static const uint64_t CPERF_COUNT_SW_EMULATION_FAULTS = 8;
static const uint64_t CPERF_COUNT_SW_DUMMY = 9;
static const uint64_t CPERF_COUNT_SW_BPF_OUTPUT = 10;
static const uint64_t CPERF_COUNT_SW_CGROUP_SWITCHES = 11;

// The bit fields of `flags`.
static const uint64_t CPERF_FLAG_DISABLED = 1ULL << 0;
static const uint64_t CPERF_FLAG_INHERIT = 1ULL << 1;
static const uint64_t CPERF_FLAG_PINNED = 1ULL << 2;
static const uint64_t CPERF_FLAG_EXCLUSIVE = 1ULL << 3;
static const uint64_t CPERF_FLAG_EXCLUDE_USER = 1ULL << 4;
static const uint64_t CPERF_FLAG_EXCLUDE_KERNEL = 1ULL << 5;
static const uint64_t CPERF_FLAG_EXCLUDE_HV = 1ULL << 6;
static const uint64_t CPERF_FLAG_EXCLUDE_IDLE = 1ULL << 7;
static const uint64_t CPERF_FLAG_MMAP = 1ULL << 8;
static const uint64_t CPERF_FLAG_COMM = 1ULL << 9;
static const uint64_t CPERF_FLAG_FREQ = 1ULL << 10;
static const uint64_t CPERF_FLAG_INHERIT_STAT = 1ULL << 11;
static const uint64_t CPERF_FLAG_ENABLE_ON_EXEC = 1ULL << 12;
static const uint64_t CPERF_FLAG_TASK = 1ULL << 13;
static const uint64_t CPERF_FLAG_WATERMARK = 1ULL << 14;
static const uint64_t CPERF_FLAG_MMAP_DATA = 1ULL << 17;
static const uint64_t CPERF_FLAG_SAMPLE_ID_ALL = 1ULL << 18;
static const uint64_t CPERF_FLAG_EXCLUDE_HOST = 1ULL << 19;
static const uint64_t CPERF_FLAG_EXCLUDE_GUEST = 1ULL << 20;
static const uint64_t CPERF_FLAG_EXCLUDE_CALLCHAIN_KERNEL = 1ULL << 21;
static const uint64_t CPERF_FLAG_EXCLUDE_CALLCHAIN_USER = 1ULL << 22;
static const uint64_t CPERF_FLAG_MMAP2 = 1ULL << 23;
static const uint64_t CPERF_FLAG_COMM_EXEC = 1ULL << 24;
static const uint64_t CPERF_FLAG_USE_CLOCKID = 1ULL << 25;
static const uint64_t CPERF_FLAG_CONTEXT_SWITCH = 1ULL << 26;
static const uint64_t CPERF_FLAG_WRITE_BACKWARD = 1ULL << 27;
static const uint64_t CPERF_FLAG_NAMESPACES = 1ULL << 28;
static const uint64_t CPERF_FLAG_KSYMBOL = 1ULL << 29;
static const uint64_t CPERF_FLAG_BPF_EVENT = 1ULL << 30;
static const uint64_t CPERF_FLAG_AUX_OUTPUT = 1ULL << 31;
static const uint64_t CPERF_FLAG_CGROUP = 1ULL << 32;
static const uint64_t CPERF_FLAG_TEXT_POKE = 1ULL << 33;
static const uint64_t CPERF_FLAG_BUILD_ID = 1ULL << 34;
static const uint64_t CPERF_FLAG_INHERIT_THREAD = 1ULL << 35;
static const uint64_t CPERF_FLAG_REMOVE_ON_EXEC = 1ULL << 36;
static const uint64_t CPERF_FLAG_SIGTRAP = 1ULL << 37;
static const uint64_t CPERF_FLAG_DEFER_CALLCHAIN = 1ULL << 38;
static const uint64_t CPERF_FLAG_DEFER_OUTPUT = 1ULL << 39;
static const uint32_t CPERF_FLAG_PRECISE_IP_SHIFT = 15;  // two bits
static const uint64_t CPERF_FLAG_PRECISE_IP_MASK = 3ULL << 15;

// perf_event_sample_format: `sample_type`.
static const uint64_t CPERF_SAMPLE_IP = 1ULL << 0;
static const uint64_t CPERF_SAMPLE_TID = 1ULL << 1;
static const uint64_t CPERF_SAMPLE_TIME = 1ULL << 2;
static const uint64_t CPERF_SAMPLE_ADDR = 1ULL << 3;
static const uint64_t CPERF_SAMPLE_READ = 1ULL << 4;
static const uint64_t CPERF_SAMPLE_CALLCHAIN = 1ULL << 5;
static const uint64_t CPERF_SAMPLE_ID = 1ULL << 6;
static const uint64_t CPERF_SAMPLE_CPU = 1ULL << 7;
static const uint64_t CPERF_SAMPLE_PERIOD = 1ULL << 8;
static const uint64_t CPERF_SAMPLE_STREAM_ID = 1ULL << 9;
static const uint64_t CPERF_SAMPLE_RAW = 1ULL << 10;
static const uint64_t CPERF_SAMPLE_BRANCH_STACK = 1ULL << 11;
static const uint64_t CPERF_SAMPLE_REGS_USER = 1ULL << 12;
static const uint64_t CPERF_SAMPLE_STACK_USER = 1ULL << 13;
static const uint64_t CPERF_SAMPLE_WEIGHT = 1ULL << 14;
static const uint64_t CPERF_SAMPLE_DATA_SRC = 1ULL << 15;
static const uint64_t CPERF_SAMPLE_IDENTIFIER = 1ULL << 16;
static const uint64_t CPERF_SAMPLE_TRANSACTION = 1ULL << 17;
static const uint64_t CPERF_SAMPLE_REGS_INTR = 1ULL << 18;
static const uint64_t CPERF_SAMPLE_PHYS_ADDR = 1ULL << 19;
static const uint64_t CPERF_SAMPLE_AUX = 1ULL << 20;
static const uint64_t CPERF_SAMPLE_CGROUP = 1ULL << 21;
static const uint64_t CPERF_SAMPLE_DATA_PAGE_SIZE = 1ULL << 22;
static const uint64_t CPERF_SAMPLE_CODE_PAGE_SIZE = 1ULL << 23;
static const uint64_t CPERF_SAMPLE_WEIGHT_STRUCT = 1ULL << 24;
static const uint64_t CPERF_SAMPLE_WEIGHT_TYPE = (1ULL << 14) | (1ULL << 24);

// perf_branch_sample_type: `branch_sample_type`.
static const uint64_t CPERF_SAMPLE_BRANCH_USER = 1ULL << 0;
static const uint64_t CPERF_SAMPLE_BRANCH_KERNEL = 1ULL << 1;
static const uint64_t CPERF_SAMPLE_BRANCH_HV = 1ULL << 2;
static const uint64_t CPERF_SAMPLE_BRANCH_ANY = 1ULL << 3;
static const uint64_t CPERF_SAMPLE_BRANCH_ANY_CALL = 1ULL << 4;
static const uint64_t CPERF_SAMPLE_BRANCH_ANY_RETURN = 1ULL << 5;
static const uint64_t CPERF_SAMPLE_BRANCH_IND_CALL = 1ULL << 6;
static const uint64_t CPERF_SAMPLE_BRANCH_ABORT_TX = 1ULL << 7;
static const uint64_t CPERF_SAMPLE_BRANCH_IN_TX = 1ULL << 8;
static const uint64_t CPERF_SAMPLE_BRANCH_NO_TX = 1ULL << 9;
static const uint64_t CPERF_SAMPLE_BRANCH_COND = 1ULL << 10;
static const uint64_t CPERF_SAMPLE_BRANCH_CALL_STACK = 1ULL << 11;
static const uint64_t CPERF_SAMPLE_BRANCH_IND_JUMP = 1ULL << 12;
static const uint64_t CPERF_SAMPLE_BRANCH_CALL = 1ULL << 13;
static const uint64_t CPERF_SAMPLE_BRANCH_NO_FLAGS = 1ULL << 14;
static const uint64_t CPERF_SAMPLE_BRANCH_NO_CYCLES = 1ULL << 15;
static const uint64_t CPERF_SAMPLE_BRANCH_TYPE_SAVE = 1ULL << 16;
static const uint64_t CPERF_SAMPLE_BRANCH_HW_INDEX = 1ULL << 17;
static const uint64_t CPERF_SAMPLE_BRANCH_PRIV_SAVE = 1ULL << 18;
static const uint64_t CPERF_SAMPLE_BRANCH_COUNTERS = 1ULL << 19;
static const uint64_t CPERF_SAMPLE_BRANCH_PLM_ALL = 7;  // user, kernel and hypervisor

// perf_branch_sample_type_shift: the same as bit numbers.
static const uint32_t CPERF_SAMPLE_BRANCH_USER_SHIFT = 0;
static const uint32_t CPERF_SAMPLE_BRANCH_KERNEL_SHIFT = 1;
static const uint32_t CPERF_SAMPLE_BRANCH_HV_SHIFT = 2;
static const uint32_t CPERF_SAMPLE_BRANCH_ANY_SHIFT = 3;
static const uint32_t CPERF_SAMPLE_BRANCH_ANY_CALL_SHIFT = 4;
static const uint32_t CPERF_SAMPLE_BRANCH_ANY_RETURN_SHIFT = 5;
static const uint32_t CPERF_SAMPLE_BRANCH_IND_CALL_SHIFT = 6;
static const uint32_t CPERF_SAMPLE_BRANCH_ABORT_TX_SHIFT = 7;
static const uint32_t CPERF_SAMPLE_BRANCH_IN_TX_SHIFT = 8;
static const uint32_t CPERF_SAMPLE_BRANCH_NO_TX_SHIFT = 9;
static const uint32_t CPERF_SAMPLE_BRANCH_COND_SHIFT = 10;
static const uint32_t CPERF_SAMPLE_BRANCH_CALL_STACK_SHIFT = 11;
static const uint32_t CPERF_SAMPLE_BRANCH_IND_JUMP_SHIFT = 12;
static const uint32_t CPERF_SAMPLE_BRANCH_CALL_SHIFT = 13;
static const uint32_t CPERF_SAMPLE_BRANCH_NO_FLAGS_SHIFT = 14;
static const uint32_t CPERF_SAMPLE_BRANCH_NO_CYCLES_SHIFT = 15;
static const uint32_t CPERF_SAMPLE_BRANCH_TYPE_SAVE_SHIFT = 16;
static const uint32_t CPERF_SAMPLE_BRANCH_HW_INDEX_SHIFT = 17;
static const uint32_t CPERF_SAMPLE_BRANCH_PRIV_SAVE_SHIFT = 18;
static const uint32_t CPERF_SAMPLE_BRANCH_COUNTERS_SHIFT = 19;

// Branch types, extended branch types, speculation and privilege of a branch entry.
static const uint32_t CPERF_BR_UNKNOWN = 0;
static const uint32_t CPERF_BR_COND = 1;
static const uint32_t CPERF_BR_UNCOND = 2;
static const uint32_t CPERF_BR_IND = 3;
static const uint32_t CPERF_BR_CALL = 4;
static const uint32_t CPERF_BR_IND_CALL = 5;
static const uint32_t CPERF_BR_RET = 6;
static const uint32_t CPERF_BR_SYSCALL = 7;
static const uint32_t CPERF_BR_SYSRET = 8;
static const uint32_t CPERF_BR_COND_CALL = 9;
static const uint32_t CPERF_BR_COND_RET = 10;
static const uint32_t CPERF_BR_ERET = 11;
static const uint32_t CPERF_BR_IRQ = 12;
static const uint32_t CPERF_BR_SERROR = 13;
static const uint32_t CPERF_BR_NO_TX = 14;
static const uint32_t CPERF_BR_EXTEND_ABI = 15;
static const uint32_t CPERF_BR_NEW_FAULT_ALGN = 0;
static const uint32_t CPERF_BR_NEW_FAULT_DATA = 1;
static const uint32_t CPERF_BR_NEW_FAULT_INST = 2;
static const uint32_t CPERF_BR_NEW_ARCH_1 = 3;
static const uint32_t CPERF_BR_NEW_ARCH_2 = 4;
static const uint32_t CPERF_BR_NEW_ARCH_3 = 5;
static const uint32_t CPERF_BR_NEW_ARCH_4 = 6;
static const uint32_t CPERF_BR_NEW_ARCH_5 = 7;
static const uint32_t CPERF_BR_ARM64_FIQ = 3;
static const uint32_t CPERF_BR_ARM64_DEBUG_HALT = 4;
static const uint32_t CPERF_BR_ARM64_DEBUG_EXIT = 5;
static const uint32_t CPERF_BR_ARM64_DEBUG_INST = 6;
static const uint32_t CPERF_BR_ARM64_DEBUG_DATA = 7;
static const uint32_t CPERF_BR_SPEC_NA = 0;
static const uint32_t CPERF_BR_SPEC_WRONG_PATH = 1;
static const uint32_t CPERF_BR_NON_SPEC_CORRECT_PATH = 2;
static const uint32_t CPERF_BR_SPEC_CORRECT_PATH = 3;
static const uint32_t CPERF_BR_PRIV_UNKNOWN = 0;
static const uint32_t CPERF_BR_PRIV_USER = 1;
static const uint32_t CPERF_BR_PRIV_KERNEL = 2;
static const uint32_t CPERF_BR_PRIV_HV = 3;

// First bit of each field of a branch entry's flags, little-endian order.
static const uint32_t CPERF_BRANCH_ENTRY_MISPRED_SHIFT = 0;
static const uint32_t CPERF_BRANCH_ENTRY_PREDICTED_SHIFT = 1;
static const uint32_t CPERF_BRANCH_ENTRY_IN_TX_SHIFT = 2;
static const uint32_t CPERF_BRANCH_ENTRY_ABORT_SHIFT = 3;
static const uint32_t CPERF_BRANCH_ENTRY_CYCLES_SHIFT = 4;     // 16 bits
static const uint32_t CPERF_BRANCH_ENTRY_TYPE_SHIFT = 20;      // 4 bits
static const uint32_t CPERF_BRANCH_ENTRY_SPEC_SHIFT = 24;      // 2 bits
static const uint32_t CPERF_BRANCH_ENTRY_NEW_TYPE_SHIFT = 26;  // 4 bits
static const uint32_t CPERF_BRANCH_ENTRY_PRIV_SHIFT = 30;      // 3 bits
static const uint32_t CPERF_BRANCH_ENTRY_INFO_BITS_MAX = 33;

// perf_sample_regs_abi.
static const uint64_t CPERF_SAMPLE_REGS_ABI_NONE = 0;
static const uint64_t CPERF_SAMPLE_REGS_ABI_32 = 1;
static const uint64_t CPERF_SAMPLE_REGS_ABI_64 = 2;

// The transaction field of a sample.
static const uint64_t CPERF_TXN_ELISION = 1ULL << 0;
static const uint64_t CPERF_TXN_TRANSACTION = 1ULL << 1;
static const uint64_t CPERF_TXN_SYNC = 1ULL << 2;
static const uint64_t CPERF_TXN_ASYNC = 1ULL << 3;
static const uint64_t CPERF_TXN_RETRY = 1ULL << 4;
static const uint64_t CPERF_TXN_CONFLICT = 1ULL << 5;
static const uint64_t CPERF_TXN_CAPACITY_WRITE = 1ULL << 6;
static const uint64_t CPERF_TXN_CAPACITY_READ = 1ULL << 7;
static const uint64_t CPERF_TXN_ABORT_MASK = 0xffffffffULL << 32;
static const uint32_t CPERF_TXN_ABORT_SHIFT = 32;

// perf_event_read_format: `read_format`.
static const uint64_t CPERF_FORMAT_TOTAL_TIME_ENABLED = 1ULL << 0;
static const uint64_t CPERF_FORMAT_TOTAL_TIME_RUNNING = 1ULL << 1;
static const uint64_t CPERF_FORMAT_ID = 1ULL << 2;
static const uint64_t CPERF_FORMAT_GROUP = 1ULL << 3;
static const uint64_t CPERF_FORMAT_LOST = 1ULL << 4;

// Breakpoint kinds: `bp_type`.
static const uint32_t CPERF_BREAKPOINT_EMPTY = 0;
static const uint32_t CPERF_BREAKPOINT_R = 1;
static const uint32_t CPERF_BREAKPOINT_W = 2;
static const uint32_t CPERF_BREAKPOINT_RW = 3;
static const uint32_t CPERF_BREAKPOINT_X = 4;
static const uint32_t CPERF_BREAKPOINT_INVALID = 7;

// Breakpoint lengths in bytes: `bp_len`.
static const uint64_t CPERF_BREAKPOINT_LEN_1 = 1;
static const uint64_t CPERF_BREAKPOINT_LEN_2 = 2;
static const uint64_t CPERF_BREAKPOINT_LEN_3 = 3;
static const uint64_t CPERF_BREAKPOINT_LEN_4 = 4;
static const uint64_t CPERF_BREAKPOINT_LEN_5 = 5;
static const uint64_t CPERF_BREAKPOINT_LEN_6 = 6;
static const uint64_t CPERF_BREAKPOINT_LEN_7 = 7;
static const uint64_t CPERF_BREAKPOINT_LEN_8 = 8;

// Flags of perf_event_open(2).
static const uint64_t CPERF_OPEN_FLAG_FD_NO_GROUP = 1ULL << 0;
static const uint64_t CPERF_OPEN_FLAG_FD_OUTPUT = 1ULL << 1;
static const uint64_t CPERF_OPEN_FLAG_PID_CGROUP = 1ULL << 2;
static const uint64_t CPERF_OPEN_FLAG_FD_CLOEXEC = 1ULL << 3;

// Requests of ioctl(2). The _IO macros cannot be imported; MIPS, PowerPC and
// SPARC encode directions otherwise and are not supported.
static const uint64_t CPERF_IOC_ENABLE = 0x2400;
static const uint64_t CPERF_IOC_DISABLE = 0x2401;
static const uint64_t CPERF_IOC_REFRESH = 0x2402;
static const uint64_t CPERF_IOC_RESET = 0x2403;
static const uint64_t CPERF_IOC_PERIOD = 0x40082404;
static const uint64_t CPERF_IOC_SET_OUTPUT = 0x2405;
static const uint64_t CPERF_IOC_SET_FILTER = 0x40082406;
static const uint64_t CPERF_IOC_ID = 0x80082407;
static const uint64_t CPERF_IOC_SET_BPF = 0x40042408;
static const uint64_t CPERF_IOC_PAUSE_OUTPUT = 0x40042409;
static const uint64_t CPERF_IOC_QUERY_BPF = 0xc008240a;
static const uint64_t CPERF_IOC_MODIFY_ATTRIBUTES = 0x4008240b;
static const uint64_t CPERF_IOC_FLAG_GROUP = 1;

// prctl(2): every event created by the calling thread.
static const int32_t CPERF_PR_TASK_EVENTS_DISABLE = 31;
static const int32_t CPERF_PR_TASK_EVENTS_ENABLE = 32;

// Capabilities of the mapped page.
static const uint64_t CPERF_CAPABILITY_BIT0 = 1ULL << 0;
static const uint64_t CPERF_CAPABILITY_BIT0_IS_DEPRECATED = 1ULL << 1;
static const uint64_t CPERF_CAPABILITY_USER_RDPMC = 1ULL << 2;
static const uint64_t CPERF_CAPABILITY_USER_TIME = 1ULL << 3;
static const uint64_t CPERF_CAPABILITY_USER_TIME_ZERO = 1ULL << 4;
static const uint64_t CPERF_CAPABILITY_USER_TIME_SHORT = 1ULL << 5;

// perf_event_type: records of the ring buffer.
static const uint32_t CPERF_RECORD_MMAP = 1;
static const uint32_t CPERF_RECORD_LOST = 2;
static const uint32_t CPERF_RECORD_COMM = 3;
static const uint32_t CPERF_RECORD_EXIT = 4;
static const uint32_t CPERF_RECORD_THROTTLE = 5;
static const uint32_t CPERF_RECORD_UNTHROTTLE = 6;
static const uint32_t CPERF_RECORD_FORK = 7;
static const uint32_t CPERF_RECORD_READ = 8;
static const uint32_t CPERF_RECORD_SAMPLE = 9;
static const uint32_t CPERF_RECORD_MMAP2 = 10;
static const uint32_t CPERF_RECORD_AUX = 11;
static const uint32_t CPERF_RECORD_ITRACE_START = 12;
static const uint32_t CPERF_RECORD_LOST_SAMPLES = 13;
static const uint32_t CPERF_RECORD_SWITCH = 14;
static const uint32_t CPERF_RECORD_SWITCH_CPU_WIDE = 15;
static const uint32_t CPERF_RECORD_NAMESPACES = 16;
static const uint32_t CPERF_RECORD_KSYMBOL = 17;
static const uint32_t CPERF_RECORD_BPF_EVENT = 18;
static const uint32_t CPERF_RECORD_CGROUP = 19;
static const uint32_t CPERF_RECORD_TEXT_POKE = 20;
static const uint32_t CPERF_RECORD_AUX_OUTPUT_HW_ID = 21;
static const uint32_t CPERF_RECORD_CALLCHAIN_DEFERRED = 22;

// `misc` of a record header.
static const uint16_t CPERF_RECORD_MISC_CPUMODE_MASK = 7;
static const uint16_t CPERF_RECORD_MISC_CPUMODE_UNKNOWN = 0;
static const uint16_t CPERF_RECORD_MISC_KERNEL = 1;
static const uint16_t CPERF_RECORD_MISC_USER = 2;
static const uint16_t CPERF_RECORD_MISC_HYPERVISOR = 3;
static const uint16_t CPERF_RECORD_MISC_GUEST_KERNEL = 4;
static const uint16_t CPERF_RECORD_MISC_GUEST_USER = 5;
static const uint16_t CPERF_RECORD_MISC_PROC_MAP_PARSE_TIMEOUT = 1U << 12;
static const uint16_t CPERF_RECORD_MISC_MMAP_DATA = 1U << 13;
static const uint16_t CPERF_RECORD_MISC_COMM_EXEC = 1U << 13;
static const uint16_t CPERF_RECORD_MISC_FORK_EXEC = 1U << 13;
static const uint16_t CPERF_RECORD_MISC_SWITCH_OUT = 1U << 13;
static const uint16_t CPERF_RECORD_MISC_EXACT_IP = 1U << 14;
static const uint16_t CPERF_RECORD_MISC_SWITCH_OUT_PREEMPT = 1U << 14;
static const uint16_t CPERF_RECORD_MISC_MMAP_BUILD_ID = 1U << 14;
static const uint16_t CPERF_RECORD_MISC_EXT_RESERVED = 1U << 15;

// Context marks within a callchain.
static const uint64_t CPERF_CONTEXT_HV = (uint64_t)-32;
static const uint64_t CPERF_CONTEXT_KERNEL = (uint64_t)-128;
static const uint64_t CPERF_CONTEXT_USER = (uint64_t)-512;
static const uint64_t CPERF_CONTEXT_USER_DEFERRED = (uint64_t)-640;
static const uint64_t CPERF_CONTEXT_GUEST = (uint64_t)-2048;
static const uint64_t CPERF_CONTEXT_GUEST_KERNEL = (uint64_t)-2176;
static const uint64_t CPERF_CONTEXT_GUEST_USER = (uint64_t)-2560;
static const uint64_t CPERF_CONTEXT_MAX = (uint64_t)-4095;
static const uint32_t CPERF_MAX_STACK_DEPTH = 127;
static const uint32_t CPERF_MAX_CONTEXTS_PER_STACK = 8;

// AUX record flags.
static const uint64_t CPERF_AUX_FLAG_TRUNCATED = 1ULL << 0;
static const uint64_t CPERF_AUX_FLAG_OVERWRITE = 1ULL << 1;
static const uint64_t CPERF_AUX_FLAG_PARTIAL = 1ULL << 2;
static const uint64_t CPERF_AUX_FLAG_COLLISION = 1ULL << 3;
static const uint64_t CPERF_AUX_FLAG_PMU_FORMAT_TYPE_MASK = 0xff00;
static const uint64_t CPERF_AUX_FLAG_CORESIGHT_FORMAT_CORESIGHT = 0;
static const uint64_t CPERF_AUX_FLAG_CORESIGHT_FORMAT_RAW = 256;

// `aux_action` of the attributes.
static const uint32_t CPERF_AUX_ACTION_START_PAUSED = 1U << 0;
static const uint32_t CPERF_AUX_ACTION_PAUSE = 1U << 1;
static const uint32_t CPERF_AUX_ACTION_RESUME = 1U << 2;

// KSYMBOL and BPF_EVENT records.
static const uint32_t CPERF_RECORD_KSYMBOL_TYPE_UNKNOWN = 0;
static const uint32_t CPERF_RECORD_KSYMBOL_TYPE_BPF = 1;
static const uint32_t CPERF_RECORD_KSYMBOL_TYPE_OOL = 2;
static const uint32_t CPERF_RECORD_KSYMBOL_FLAGS_UNREGISTER = 1;
static const uint32_t CPERF_BPF_EVENT_UNKNOWN = 0;
static const uint32_t CPERF_BPF_EVENT_PROG_LOAD = 1;
static const uint32_t CPERF_BPF_EVENT_PROG_UNLOAD = 2;

// NAMESPACES record: the order of its entries.
static const uint32_t CPERF_NS_NET = 0;
static const uint32_t CPERF_NS_UTS = 1;
static const uint32_t CPERF_NS_IPC = 2;
static const uint32_t CPERF_NS_PID = 3;
static const uint32_t CPERF_NS_USER = 4;
static const uint32_t CPERF_NS_MNT = 5;
static const uint32_t CPERF_NS_CGROUP = 6;

// Data source of a memory sample: first bit of each field.
static const uint32_t CPERF_MEM_OP_SHIFT = 0;
static const uint32_t CPERF_MEM_LVL_SHIFT = 5;
static const uint32_t CPERF_MEM_SNOOP_SHIFT = 19;
static const uint32_t CPERF_MEM_LOCK_SHIFT = 24;
static const uint32_t CPERF_MEM_TLB_SHIFT = 26;
static const uint32_t CPERF_MEM_LVLNUM_SHIFT = 33;
static const uint32_t CPERF_MEM_REMOTE_SHIFT = 37;
static const uint32_t CPERF_MEM_SNOOPX_SHIFT = 38;
static const uint32_t CPERF_MEM_BLK_SHIFT = 40;
static const uint32_t CPERF_MEM_HOPS_SHIFT = 43;
static const uint32_t CPERF_MEM_REGION_SHIFT = 46;

// Data source: bits within the fields.
static const uint64_t CPERF_MEM_OP_NA = 1ULL << 0;
static const uint64_t CPERF_MEM_OP_LOAD = 1ULL << 1;
static const uint64_t CPERF_MEM_OP_STORE = 1ULL << 2;
static const uint64_t CPERF_MEM_OP_PFETCH = 1ULL << 3;
static const uint64_t CPERF_MEM_OP_EXEC = 1ULL << 4;
static const uint64_t CPERF_MEM_LVL_NA = 1ULL << 0;
static const uint64_t CPERF_MEM_LVL_HIT = 1ULL << 1;
static const uint64_t CPERF_MEM_LVL_MISS = 1ULL << 2;
static const uint64_t CPERF_MEM_LVL_L1 = 1ULL << 3;
static const uint64_t CPERF_MEM_LVL_LFB = 1ULL << 4;
static const uint64_t CPERF_MEM_LVL_L2 = 1ULL << 5;
static const uint64_t CPERF_MEM_LVL_L3 = 1ULL << 6;
static const uint64_t CPERF_MEM_LVL_LOC_RAM = 1ULL << 7;
static const uint64_t CPERF_MEM_LVL_REM_RAM1 = 1ULL << 8;
static const uint64_t CPERF_MEM_LVL_REM_RAM2 = 1ULL << 9;
static const uint64_t CPERF_MEM_LVL_REM_CCE1 = 1ULL << 10;
static const uint64_t CPERF_MEM_LVL_REM_CCE2 = 1ULL << 11;
static const uint64_t CPERF_MEM_LVL_IO = 1ULL << 12;
static const uint64_t CPERF_MEM_LVL_UNC = 1ULL << 13;
static const uint64_t CPERF_MEM_SNOOP_NA = 1ULL << 0;
static const uint64_t CPERF_MEM_SNOOP_NONE = 1ULL << 1;
static const uint64_t CPERF_MEM_SNOOP_HIT = 1ULL << 2;
static const uint64_t CPERF_MEM_SNOOP_MISS = 1ULL << 3;
static const uint64_t CPERF_MEM_SNOOP_HITM = 1ULL << 4;
static const uint64_t CPERF_MEM_LOCK_NA = 1ULL << 0;
static const uint64_t CPERF_MEM_LOCK_LOCKED = 1ULL << 1;
static const uint64_t CPERF_MEM_TLB_NA = 1ULL << 0;
static const uint64_t CPERF_MEM_TLB_HIT = 1ULL << 1;
static const uint64_t CPERF_MEM_TLB_MISS = 1ULL << 2;
static const uint64_t CPERF_MEM_TLB_L1 = 1ULL << 3;
static const uint64_t CPERF_MEM_TLB_L2 = 1ULL << 4;
static const uint64_t CPERF_MEM_TLB_WK = 1ULL << 5;
static const uint64_t CPERF_MEM_TLB_OS = 1ULL << 6;
static const uint64_t CPERF_MEM_SNOOPX_FWD = 1ULL << 0;
static const uint64_t CPERF_MEM_SNOOPX_PEER = 1ULL << 1;
static const uint64_t CPERF_MEM_BLK_NA = 1ULL << 0;
static const uint64_t CPERF_MEM_BLK_DATA = 1ULL << 1;
static const uint64_t CPERF_MEM_BLK_ADDR = 1ULL << 2;
static const uint64_t CPERF_MEM_REMOTE_REMOTE = 1;

// Data source: values of the numbered fields.
static const uint64_t CPERF_MEM_LVLNUM_L1 = 1;
static const uint64_t CPERF_MEM_LVLNUM_L2 = 2;
static const uint64_t CPERF_MEM_LVLNUM_L3 = 3;
static const uint64_t CPERF_MEM_LVLNUM_L4 = 4;
static const uint64_t CPERF_MEM_LVLNUM_L2_MHB = 5;
static const uint64_t CPERF_MEM_LVLNUM_MSC = 6;
static const uint64_t CPERF_MEM_LVLNUM_L0 = 7;
static const uint64_t CPERF_MEM_LVLNUM_UNC = 8;
static const uint64_t CPERF_MEM_LVLNUM_CXL = 9;
static const uint64_t CPERF_MEM_LVLNUM_IO = 10;
static const uint64_t CPERF_MEM_LVLNUM_ANY_CACHE = 11;
static const uint64_t CPERF_MEM_LVLNUM_LFB = 12;
static const uint64_t CPERF_MEM_LVLNUM_RAM = 13;
static const uint64_t CPERF_MEM_LVLNUM_PMEM = 14;
static const uint64_t CPERF_MEM_LVLNUM_NA = 15;
static const uint64_t CPERF_MEM_HOPS_0 = 1;
static const uint64_t CPERF_MEM_HOPS_1 = 2;
static const uint64_t CPERF_MEM_HOPS_2 = 3;
static const uint64_t CPERF_MEM_HOPS_3 = 4;
static const uint64_t CPERF_MEM_REGION_NA = 0;
static const uint64_t CPERF_MEM_REGION_RSVD = 1;
static const uint64_t CPERF_MEM_REGION_L_SHARE = 2;
static const uint64_t CPERF_MEM_REGION_L_NON_SHARE = 3;
static const uint64_t CPERF_MEM_REGION_O_IO = 4;
static const uint64_t CPERF_MEM_REGION_O_SHARE = 5;
static const uint64_t CPERF_MEM_REGION_O_NON_SHARE = 6;
static const uint64_t CPERF_MEM_REGION_MMIO = 7;
static const uint64_t CPERF_MEM_REGION_MEM0 = 8;
static const uint64_t CPERF_MEM_REGION_MEM1 = 9;
static const uint64_t CPERF_MEM_REGION_MEM2 = 10;
static const uint64_t CPERF_MEM_REGION_MEM3 = 11;
static const uint64_t CPERF_MEM_REGION_MEM4 = 12;
static const uint64_t CPERF_MEM_REGION_MEM5 = 13;
static const uint64_t CPERF_MEM_REGION_MEM6 = 14;
static const uint64_t CPERF_MEM_REGION_MEM7 = 15;
