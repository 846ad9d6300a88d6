#ifndef CPEERS_CATALOG_H
#define CPEERS_CATALOG_H

#include <stdint.h>

/// What a listing of libpfm4's tables comes to.
struct peer_listing {
  uint64_t pmus, events, attributes;
  /// The sum of the codes of all events and attributes.
  uint64_t codes;
};

/// Lists every attribute of every event of every PMU of libpfm4, which must be
/// initialised.
struct peer_listing peer_list_tables(void);

/// Encodes every event of a PMU of libpfm4, alone and with each of its unit masks, for
/// perf_event_open(2). Returns the sum of the codes; what cannot be encoded counts as 0.
uint64_t peer_encode_table(const char *pmu);

#endif
