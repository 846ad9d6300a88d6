#ifndef CPEERS_RECORDING_H
#define CPEERS_RECORDING_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// A mapped perf.data file of this machine's byte order.
struct recording {
  const uint8_t *bytes;
  size_t size;
  /// Where the records begin and end.
  uint64_t start, end;
  /// The fields of the first event's samples.
  uint64_t fields;
};

/// Maps a file; returns whether it could.
int recording_open(struct recording *recording, const char *path);
void recording_close(struct recording *recording);

/// The offset of a field of samples that has a fixed place.
uint64_t recording_offset(const struct recording *recording, uint64_t field);

static inline uint64_t load64(const uint8_t *at) {
  uint64_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

static inline uint32_t load32(const uint8_t *at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

static inline uint16_t load16(const uint8_t *at) {
  uint16_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

#endif
