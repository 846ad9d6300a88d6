#define _GNU_SOURCE
#include "Counting.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static const uint64_t events[PEER_EVENTS] = {
  PERF_COUNT_SW_TASK_CLOCK,       PERF_COUNT_SW_PAGE_FAULTS,     PERF_COUNT_SW_CONTEXT_SWITCHES,
  PERF_COUNT_SW_CPU_MIGRATIONS,   PERF_COUNT_SW_PAGE_FAULTS_MIN, PERF_COUNT_SW_PAGE_FAULTS_MAJ,
};

static int descriptors[PEER_EVENTS] = {-1, -1, -1, -1, -1, -1};

/// What read(2) gives for a group with times and identifiers.
struct reading {
  uint64_t count, enabled, running;
  struct {
    uint64_t value, id;
  } members[PEER_EVENTS];
};

int peer_open_group(void) {
  if (descriptors[0] >= 0) return descriptors[0];
  for (int i = 0; i < PEER_EVENTS; i++) {
    struct perf_event_attr attr;
    memset(&attr, 0, sizeof attr);
    attr.size = sizeof attr;
    attr.type = PERF_TYPE_SOFTWARE;
    attr.config = events[i];
    attr.disabled = i == 0;
    attr.read_format = PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING |
                       PERF_FORMAT_ID | PERF_FORMAT_GROUP;
    int leader = i == 0 ? -1 : descriptors[0];
    descriptors[i] = (int)syscall(SYS_perf_event_open, &attr, 0, -1, leader, PERF_FLAG_FD_CLOEXEC);
    if (descriptors[i] < 0) return -errno;
  }
  if (ioctl(descriptors[0], PERF_EVENT_IOC_ENABLE, 0) != 0) return -errno;
  return descriptors[0];
}

uint64_t peer_read_group(int leader, uint64_t times) {
  struct reading reading;
  uint64_t sum = 0;
  for (uint64_t n = 0; n < times; n++) {
    if (read(leader, &reading, sizeof reading) != sizeof reading) return 0;
    for (int i = 0; i < PEER_EVENTS; i++) sum += reading.members[i].value;
  }
  return sum;
}

uint64_t peer_measure_region(int leader, uint64_t times) {
  struct reading before, after;
  uint64_t totals[PEER_EVENTS] = {0}, enabled = 0, running = 0;
  for (uint64_t n = 0; n < times; n++) {
    if (read(leader, &before, sizeof before) != sizeof before) return 0;
    if (read(leader, &after, sizeof after) != sizeof after) return 0;
    for (int i = 0; i < PEER_EVENTS; i++)
      totals[i] += after.members[i].value - before.members[i].value;
    enabled += after.enabled - before.enabled;
    running += after.running - before.running;
  }
  uint64_t sum = enabled + running;
  for (int i = 0; i < PEER_EVENTS; i++) sum += totals[i];
  return sum;
}
