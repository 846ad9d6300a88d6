#ifndef CPEERS_READING_H
#define CPEERS_READING_H

#include <stdint.h>

/// What a loop over a recording adds up. Nothing was read if there are no samples.
struct peer_sums {
  uint64_t samples;
  uint64_t addresses;
  uint64_t periods;
};

/// Maps a perf.data file and adds up the instruction pointers and periods of its
/// samples, at offsets that the first event alone decides: the least that any
/// reader has to do.
struct peer_sums peer_read_samples(const char *path);

/// Does the same for a file whose records zstd has packed.
struct peer_sums peer_read_packed_samples(const char *path);

#endif
