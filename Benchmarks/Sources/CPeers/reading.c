#include "Reading.h"

#include <linux/perf_event.h>
#include <stdlib.h>
#include <zstd.h>

#include "recording.h"

/// The record that holds packed ones and whose size is rounded up; its number is
/// missing in older headers.
enum { PACKED = 81, PACKED_ALIGNED = 83 };

/// The two offsets that the loops need.
struct places {
  uint64_t address, period;
};

static struct places find_places(const struct recording *recording) {
  return (struct places){recording_offset(recording, PERF_SAMPLE_IP),
                         recording_offset(recording, PERF_SAMPLE_PERIOD)};
}

static inline void add(struct peer_sums *sums, const uint8_t *record, struct places places) {
  sums->samples++;
  sums->addresses += load64(record + places.address);
  sums->periods += load64(record + places.period);
}

struct peer_sums peer_read_samples(const char *path) {
  struct peer_sums sums = {0, 0, 0};
  struct recording recording;
  if (!recording_open(&recording, path)) return sums;
  struct places places = find_places(&recording);
  const uint8_t *record = recording.bytes + recording.start;
  const uint8_t *end = recording.bytes + recording.end;
  while (record < end) {
    uint16_t size = load16(record + 6);
    if (size < 8) break;
    if (load32(record) == PERF_RECORD_SAMPLE) add(&sums, record, places);
    record += size;
  }
  recording_close(&recording);
  return sums;
}

/// Adds up whole records of a buffer; returns how many bytes they take.
static size_t add_whole(
    struct peer_sums *sums, const uint8_t *bytes, size_t count, struct places places) {
  size_t done = 0;
  while (count - done >= 8) {
    uint16_t size = load16(bytes + done + 6);
    if (size < 8 || size > count - done) break;
    if (load32(bytes + done) == PERF_RECORD_SAMPLE) add(sums, bytes + done, places);
    done += size;
  }
  return done;
}

struct peer_sums peer_read_packed_samples(const char *path) {
  enum { CAPACITY = 1 << 18 };
  struct peer_sums sums = {0, 0, 0};
  struct recording recording;
  if (!recording_open(&recording, path)) return sums;
  struct places places = find_places(&recording);
  ZSTD_DCtx *stream = ZSTD_createDCtx();
  uint8_t *buffer = malloc(CAPACITY);
  size_t kept = 0;
  const uint8_t *record = recording.bytes + recording.start;
  const uint8_t *end = recording.bytes + recording.end;
  while (record < end) {
    uint16_t size = load16(record + 6);
    uint32_t kind = load32(record);
    if (size < 8) break;
    if (kind == PACKED || kind == PACKED_ALIGNED) {
      size_t head = kind == PACKED ? 8 : 16;
      size_t count = kind == PACKED ? size - head : load64(record + 8);
      ZSTD_inBuffer input = {record + head, count, 0};
      int is_full;
      do {
        ZSTD_outBuffer output = {buffer, CAPACITY, kept};
        if (ZSTD_isError(ZSTD_decompressStream(stream, &output, &input))) break;
        is_full = output.pos == CAPACITY;
        size_t done = add_whole(&sums, buffer, output.pos, places);
        kept = output.pos - done;
        memmove(buffer, buffer + done, kept);
      } while (input.pos < input.size || is_full);
    }
    record += size;
  }
  free(buffer);
  ZSTD_freeDCtx(stream);
  recording_close(&recording);
  return sums;
}

struct peer_sums peer_read_fields(
    const char *path, uint16_t tracepoint, uint64_t first, uint64_t second) {
  struct peer_sums sums = {0, 0, 0};
  struct recording recording;
  if (!recording_open(&recording, path)) return sums;
  // The size of the raw data stands in front of them, their first field is the number.
  uint64_t raw = recording_offset(&recording, PERF_SAMPLE_RAW) + 4;
  const uint8_t *record = recording.bytes + recording.start;
  const uint8_t *end = recording.bytes + recording.end;
  while (record < end) {
    uint16_t size = load16(record + 6);
    if (size < 8) break;
    if (load32(record) == PERF_RECORD_SAMPLE && load16(record + raw) == tracepoint) {
      sums.samples++;
      sums.addresses += (uint64_t)(int32_t)load32(record + raw + first);
      sums.addresses += (uint64_t)(int32_t)load32(record + raw + second);
    }
    record += size;
  }
  recording_close(&recording);
  return sums;
}
