#ifndef CPEERS_MACHINE_H
#define CPEERS_MACHINE_H

#include <stdint.h>

/// The time of the monotonic clock in nanoseconds.
uint64_t peer_now(void);

/// The user and system time of this process so far in nanoseconds.
uint64_t peer_processor_time(void);

/// The number of CPUs on which this process was allowed to run when it began.
int peer_cpus(void);

/// Keeps the calling thread, and what it starts, on the last so many of the CPUs
/// that the process was given; returns the last one, or -1.
int peer_pin(int cpus);

#endif
