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

/// Maps a perf.data file and adds up, as addresses, two 32-bit fields of the samples
/// of one tracepoint, whose number and places in the raw data are known beforehand.
struct peer_sums peer_read_fields(
    const char *path, uint16_t tracepoint, uint64_t first, uint64_t second);

#endif
