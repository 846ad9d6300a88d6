#include <linux/perf_event.h>
#include <stddef.h>

#include "CPerfEvent.h"
#include "KernelHeaderAgreement.h"

#define WIDTH(type, field) sizeof(((struct type *)NULL)->field)
#define FIELD(type, ours, theirs)                                                      \
  {#type "." #theirs, offsetof(struct c##type, ours), offsetof(struct type, theirs)},  \
  {"width of " #type "." #theirs, WIDTH(c##type, ours), WIDTH(type, theirs)},

// CPerfEvent names its structures cperf_X where the kernel has perf_X.
#define ATTR(name) FIELD(perf_event_attr, name, name)
#define ATTR_AS(ours, theirs) FIELD(perf_event_attr, ours, theirs)
#define PAGE(name) FIELD(perf_event_mmap_page, name, name)

struct agreement_table agreement_structures(void) {
  static const struct agreement rows[] = {
    ATTR(type)
    ATTR(size)
    ATTR(config)
    ATTR(sample_period)
    ATTR_AS(sample_period, sample_freq)
    ATTR(sample_type)
    ATTR(read_format)
    ATTR_AS(wakeup, wakeup_events)
    ATTR_AS(wakeup, wakeup_watermark)
    ATTR(bp_type)
    ATTR(config1)
    ATTR_AS(config1, bp_addr)
    ATTR_AS(config1, kprobe_func)
    ATTR_AS(config1, uprobe_path)
    ATTR(config2)
    ATTR_AS(config2, bp_len)
    ATTR_AS(config2, kprobe_addr)
    ATTR_AS(config2, probe_offset)
    ATTR(branch_sample_type)
    ATTR(sample_regs_user)
    ATTR(sample_stack_user)
    ATTR(clockid)
    ATTR(sample_regs_intr)
    ATTR(aux_watermark)
    ATTR(sample_max_stack)
    ATTR_AS(reserved_2, __reserved_2)
    ATTR(aux_sample_size)
    ATTR(sig_data)
#ifdef PERF_ATTR_SIZE_VER8
    ATTR(config3)
#endif
#ifdef PERF_ATTR_SIZE_VER9
    ATTR(config4)
#endif
    PAGE(version)
    PAGE(compat_version)
    PAGE(lock)
    PAGE(index)
    PAGE(offset)
    PAGE(time_enabled)
    PAGE(time_running)
    PAGE(capabilities)
    PAGE(pmc_width)
    PAGE(time_shift)
    PAGE(time_mult)
    PAGE(time_offset)
    PAGE(time_zero)
    PAGE(size)
    PAGE(time_cycles)
    PAGE(time_mask)
    PAGE(data_head)
    PAGE(data_tail)
    PAGE(data_offset)
    PAGE(data_size)
    PAGE(aux_head)
    PAGE(aux_tail)
    PAGE(aux_offset)
    PAGE(aux_size)
    {"size of perf_event_mmap_page", sizeof(struct cperf_event_mmap_page),
     sizeof(struct perf_event_mmap_page)},
    FIELD(perf_event_header, type, type)
    FIELD(perf_event_header, misc, misc)
    FIELD(perf_event_header, size, size)
    FIELD(perf_ns_link_info, dev, dev)
    FIELD(perf_ns_link_info, ino, ino)
    FIELD(perf_branch_entry, from, from)
    FIELD(perf_branch_entry, to, to)
    {"size of perf_branch_entry", sizeof(struct cperf_branch_entry),
     sizeof(struct perf_branch_entry)},
    FIELD(perf_event_query_bpf, ids_len, ids_len)
    FIELD(perf_event_query_bpf, prog_cnt, prog_cnt)
    {"offset of perf_event_query_bpf.ids", sizeof(struct cperf_event_query_bpf),
     offsetof(struct perf_event_query_bpf, ids)},
  };
  return (struct agreement_table){rows, sizeof rows / sizeof rows[0]};
}
