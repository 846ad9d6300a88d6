/// The structures of perf_event_open(2), defined here rather than taken from
/// <linux/perf_event.h>, so that a build against old kernel headers still knows
/// every field.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The kernel's `struct perf_event_attr`. Its unions and bit fields are plain
/// integers here; PerfEvent gives each meaning its own name.
struct cperf_event_attr {
  uint32_t type;
  uint32_t size;
  uint64_t config;
  uint64_t sample_period;          // or sample_freq, if flag bit 10 is set
  uint64_t sample_type;
  uint64_t read_format;
  uint64_t flags;                  // the bit fields, `disabled` is bit 0
  uint32_t wakeup;                 // wakeup_events, or wakeup_watermark if flag bit 14 is set
  uint32_t bp_type;
  uint64_t config1;                // bp_addr, kprobe_func, uprobe_path
  uint64_t config2;                // bp_len, kprobe_addr, probe_offset; size 72
  uint64_t branch_sample_type;     // size 80
  uint64_t sample_regs_user;
  uint32_t sample_stack_user;
  int32_t clockid;                 // size 96
  uint64_t sample_regs_intr;       // size 104
  uint32_t aux_watermark;
  uint16_t sample_max_stack;
  uint16_t reserved_2;             // size 112
  uint32_t aux_sample_size;
  uint32_t aux_action;             // size 120
  uint64_t sig_data;               // size 128
  uint64_t config3;                // size 136
  uint64_t config4;                // size 144
};

_Static_assert(offsetof(struct cperf_event_attr, flags) == 40, "perf_event_attr.flags");
_Static_assert(offsetof(struct cperf_event_attr, config2) == 64, "perf_event_attr.config2");
_Static_assert(offsetof(struct cperf_event_attr, sample_regs_intr) == 96, "sample_regs_intr");
_Static_assert(offsetof(struct cperf_event_attr, sig_data) == 120, "perf_event_attr.sig_data");
_Static_assert(sizeof(struct cperf_event_attr) == 144, "perf_event_attr");

/// The published sizes of `struct perf_event_attr`.
static const uint32_t CPERF_ATTR_SIZE_VER0 = 64;
static const uint32_t CPERF_ATTR_SIZE_VER1 = 72;   // config2
static const uint32_t CPERF_ATTR_SIZE_VER2 = 80;   // branch_sample_type
static const uint32_t CPERF_ATTR_SIZE_VER3 = 96;   // sample_regs_user, sample_stack_user, clockid
static const uint32_t CPERF_ATTR_SIZE_VER4 = 104;  // sample_regs_intr
static const uint32_t CPERF_ATTR_SIZE_VER5 = 112;  // aux_watermark, sample_max_stack
static const uint32_t CPERF_ATTR_SIZE_VER6 = 120;  // aux_sample_size, aux_action
static const uint32_t CPERF_ATTR_SIZE_VER7 = 128;  // sig_data
static const uint32_t CPERF_ATTR_SIZE_VER8 = 136;  // config3
static const uint32_t CPERF_ATTR_SIZE_VER9 = 144;  // config4

/// The kernel's `struct perf_event_mmap_page`: the first page of a mapped event.
struct cperf_event_mmap_page {
  uint32_t version;
  uint32_t compat_version;
  uint32_t lock;                   // a sequence lock for the fields up to time_mask
  uint32_t index;                  // counter number plus one, 0 = not on a counter
  int64_t offset;                  // to be added to the counter's value
  uint64_t time_enabled;
  uint64_t time_running;
  uint64_t capabilities;           // CPERF_CAPABILITY_…
  uint16_t pmc_width;              // bits of the counter
  uint16_t time_shift;
  uint32_t time_mult;
  uint64_t time_offset;
  uint64_t time_zero;
  uint32_t size;                   // of the fields up to here that the kernel fills
  uint32_t reserved_1;
  uint64_t time_cycles;
  uint64_t time_mask;
  uint8_t reserved[928];
  uint64_t data_head;
  uint64_t data_tail;
  uint64_t data_offset;
  uint64_t data_size;
  uint64_t aux_head;
  uint64_t aux_tail;
  uint64_t aux_offset;
  uint64_t aux_size;
};

_Static_assert(offsetof(struct cperf_event_mmap_page, capabilities) == 40, "capabilities");
_Static_assert(offsetof(struct cperf_event_mmap_page, time_mask) == 88, "time_mask");
_Static_assert(offsetof(struct cperf_event_mmap_page, data_head) == 1024, "data_head");

/// The kernel's `struct perf_event_query_bpf`, without its trailing array.
struct cperf_event_query_bpf {
  uint32_t ids_len;
  uint32_t prog_cnt;
};

/// The kernel's `struct perf_event_header`: the first 8 bytes of every record.
struct cperf_event_header {
  uint32_t type;  // CPERF_RECORD_…
  uint16_t misc;  // CPERF_RECORD_MISC_…
  uint16_t size;  // of the record, header included
};

/// The kernel's `struct perf_ns_link_info`: an entry of a NAMESPACES record.
struct cperf_ns_link_info {
  uint64_t dev;
  uint64_t ino;
};

/// The kernel's `struct perf_branch_entry`: an entry of a branch stack.
struct cperf_branch_entry {
  uint64_t from;
  uint64_t to;
  uint64_t flags;  // CPERF_BRANCH_ENTRY_…_SHIFT
};

_Static_assert(sizeof(struct cperf_event_header) == 8, "perf_event_header");
_Static_assert(sizeof(struct cperf_ns_link_info) == 16, "perf_ns_link_info");
_Static_assert(sizeof(struct cperf_branch_entry) == 24, "perf_branch_entry");
