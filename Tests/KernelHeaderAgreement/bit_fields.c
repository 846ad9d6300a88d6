#include <linux/perf_event.h>
#include <stddef.h>
#include <string.h>

#include "CPerfEvent.h"
#include "KernelHeaderAgreement.h"

// Sets one bit field of the kernel's structure and looks at the word around it.
#define BITS(type, field, value, offset, expected)                  \
  do {                                                              \
    struct type structure;                                          \
    uint64_t word;                                                  \
    memset(&structure, 0, sizeof structure);                        \
    structure.field = value;                                        \
    memcpy(&word, (const char *)&structure + (offset), sizeof word); \
    rows[count++] = (struct agreement){#type "." #field, expected, word}; \
  } while (0)

#define FLAG(field, ours) \
  BITS(perf_event_attr, field, 1, offsetof(struct cperf_event_attr, flags), CPERF_FLAG_##ours)
#define PRECISE(value)                                                              \
  BITS(perf_event_attr, precise_ip, value, offsetof(struct cperf_event_attr, flags), \
       (uint64_t)value << CPERF_FLAG_PRECISE_IP_SHIFT)
#define CAPABILITY(field, ours)                                                         \
  BITS(perf_event_mmap_page, field, 1, offsetof(struct cperf_event_mmap_page, capabilities), \
       CPERF_CAPABILITY_##ours)
#define BRANCH(field, ours)                                                          \
  BITS(perf_branch_entry, field, 1, offsetof(struct cperf_branch_entry, flags), \
       1ULL << CPERF_BRANCH_ENTRY_##ours##_SHIFT)
#define MEMORY(field, ours) \
  BITS(memory_source, source.field, 1, 0, 1ULL << CPERF_MEM_##ours##_SHIFT)

struct memory_source {
  union perf_mem_data_src source;
};

struct agreement_table agreement_bit_fields(void) {
  static struct agreement rows[80];
  size_t count = 0;
  FLAG(disabled, DISABLED);
  FLAG(inherit, INHERIT);
  FLAG(pinned, PINNED);
  FLAG(exclusive, EXCLUSIVE);
  FLAG(exclude_user, EXCLUDE_USER);
  FLAG(exclude_kernel, EXCLUDE_KERNEL);
  FLAG(exclude_hv, EXCLUDE_HV);
  FLAG(exclude_idle, EXCLUDE_IDLE);
  FLAG(mmap, MMAP);
  FLAG(comm, COMM);
  FLAG(freq, FREQ);
  FLAG(inherit_stat, INHERIT_STAT);
  FLAG(enable_on_exec, ENABLE_ON_EXEC);
  FLAG(task, TASK);
  FLAG(watermark, WATERMARK);
  PRECISE(1);
  PRECISE(2);
  PRECISE(3);
  FLAG(mmap_data, MMAP_DATA);
  FLAG(sample_id_all, SAMPLE_ID_ALL);
  FLAG(exclude_host, EXCLUDE_HOST);
  FLAG(exclude_guest, EXCLUDE_GUEST);
  FLAG(exclude_callchain_kernel, EXCLUDE_CALLCHAIN_KERNEL);
  FLAG(exclude_callchain_user, EXCLUDE_CALLCHAIN_USER);
  FLAG(mmap2, MMAP2);
  FLAG(comm_exec, COMM_EXEC);
  FLAG(use_clockid, USE_CLOCKID);
  FLAG(context_switch, CONTEXT_SWITCH);
  FLAG(write_backward, WRITE_BACKWARD);
  FLAG(namespaces, NAMESPACES);
  FLAG(ksymbol, KSYMBOL);
  FLAG(bpf_event, BPF_EVENT);
  FLAG(aux_output, AUX_OUTPUT);
  FLAG(cgroup, CGROUP);
  FLAG(text_poke, TEXT_POKE);
  FLAG(build_id, BUILD_ID);
  FLAG(inherit_thread, INHERIT_THREAD);
  FLAG(remove_on_exec, REMOVE_ON_EXEC);
  FLAG(sigtrap, SIGTRAP);
  CAPABILITY(cap_bit0, BIT0);
  CAPABILITY(cap_bit0_is_deprecated, BIT0_IS_DEPRECATED);
  CAPABILITY(cap_user_rdpmc, USER_RDPMC);
  CAPABILITY(cap_user_time, USER_TIME);
  CAPABILITY(cap_user_time_zero, USER_TIME_ZERO);
  CAPABILITY(cap_user_time_short, USER_TIME_SHORT);
  BRANCH(mispred, MISPRED);
  BRANCH(predicted, PREDICTED);
  BRANCH(in_tx, IN_TX);
  BRANCH(abort, ABORT);
  BRANCH(cycles, CYCLES);
  BRANCH(type, TYPE);
  BRANCH(spec, SPEC);
  BRANCH(new_type, NEW_TYPE);
  BRANCH(priv, PRIV);
  MEMORY(mem_op, OP);
  MEMORY(mem_lvl, LVL);
  MEMORY(mem_snoop, SNOOP);
  MEMORY(mem_lock, LOCK);
  MEMORY(mem_dtlb, TLB);
  MEMORY(mem_lvl_num, LVLNUM);
  MEMORY(mem_remote, REMOTE);
  MEMORY(mem_snoopx, SNOOPX);
  MEMORY(mem_blk, BLK);
  MEMORY(mem_hops, HOPS);
  return (struct agreement_table){rows, count};
}
