#include "recording.h"

#include <fcntl.h>
#include <linux/perf_event.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int recording_open(struct recording *recording, const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  struct stat status;
  void *bytes = MAP_FAILED;
  if (fstat(file, &status) == 0 && status.st_size > 104)
    bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (bytes == MAP_FAILED) return 0;
  recording->bytes = bytes;
  recording->size = (size_t)status.st_size;
  recording->start = load64(recording->bytes + 40);
  recording->end = recording->start + load64(recording->bytes + 48);
  recording->fields = load64(recording->bytes + load64(recording->bytes + 24) + 24);
  return 1;
}

void recording_close(struct recording *recording) {
  munmap((void *)recording->bytes, recording->size);
}

uint64_t recording_offset(const struct recording *recording, uint64_t field) {
  static const uint64_t order[] = {
    PERF_SAMPLE_IDENTIFIER, PERF_SAMPLE_IP, PERF_SAMPLE_TID,       PERF_SAMPLE_TIME,
    PERF_SAMPLE_ADDR,       PERF_SAMPLE_ID, PERF_SAMPLE_STREAM_ID, PERF_SAMPLE_CPU,
    PERF_SAMPLE_PERIOD,     PERF_SAMPLE_RAW,
  };
  uint64_t offset = sizeof(struct perf_event_header);
  for (size_t i = 0; order[i] != field; i++)
    if (recording->fields & order[i]) offset += 8;
  return offset;
}
