#define _GNU_SOURCE
#include "Machine.h"

#include <sched.h>
#include <time.h>

static uint64_t now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint64_t peer_now(void) { return now(CLOCK_MONOTONIC); }

uint64_t peer_processor_time(void) { return now(CLOCK_PROCESS_CPUTIME_ID); }

/// The CPUs that the process was given, asked for once.
static const cpu_set_t *allowed(void) {
  static cpu_set_t set;
  static int known;
  if (!known) known = sched_getaffinity(0, sizeof set, &set) == 0;
  return &set;
}

int peer_cpus(void) { return CPU_COUNT(allowed()); }

int peer_pin(int cpus) {
  cpu_set_t chosen;
  int last = -1;
  CPU_ZERO(&chosen);
  for (int cpu = CPU_SETSIZE - 1; cpu >= 0 && cpus > 0; cpu--) {
    if (!CPU_ISSET(cpu, allowed())) continue;
    CPU_SET(cpu, &chosen);
    if (last < 0) last = cpu;
    cpus--;
  }
  return last >= 0 && sched_setaffinity(0, sizeof chosen, &chosen) == 0 ? last : -1;
}
