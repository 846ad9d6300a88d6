#ifndef CPEERS_COUNTING_H
#define CPEERS_COUNTING_H

#include <stdint.h>

/// The number of events in a peer's group.
enum { PEER_EVENTS = 6 };

/// Opens task-clock, page-faults, context-switches, cpu-migrations, minor-faults
/// and major-faults of the calling thread as one running group, once. Returns the
/// leader's descriptor, or minus the error number.
int peer_open_group(void);

/// Reads the group so many times with read(2); returns a sum that depends on
/// every value read, or 0 when a read failed.
uint64_t peer_read_group(int leader, uint64_t times);

/// Enters and leaves an empty region so many times: two reads of the group, and
/// the differences added to totals. Returns the sum of the totals.
uint64_t peer_measure_region(int leader, uint64_t times);

#endif
