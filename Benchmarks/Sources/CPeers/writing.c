#include "Writing.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CAPACITY = 1 << 18 };

/// A new file in the place of an old one, if there is one.
static int create(const char *path) {
  unlink(path);
  return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

uint64_t peer_copy(const char *from, const char *to) {
  uint64_t sum = 0;
  int source = open(from, O_RDONLY | O_CLOEXEC), target = create(to);
  char *buffer = malloc(CAPACITY);
  ssize_t count = -1;
  if (source >= 0 && target >= 0 && buffer) {
    while ((count = read(source, buffer, CAPACITY)) > 0) {
      if (write(target, buffer, (size_t)count) != count) break;
      sum += (uint64_t)count;
    }
  }
  free(buffer);
  if (source >= 0) close(source);
  if (target >= 0) close(target);
  return count == 0 ? sum : 0;
}

uint64_t peer_write(const char *to, const void *piece, uint64_t size, uint64_t times) {
  uint64_t sum = 0, used = 0;
  int target = create(to);
  char *buffer = malloc(CAPACITY);
  if (target >= 0 && buffer) {
    for (uint64_t n = 0; n < times; n++) {
      memcpy(buffer + used, piece, size);
      used += size;
      sum += size;
      if (used + size <= CAPACITY && n + 1 < times) continue;
      if (write(target, buffer, used) != (ssize_t)used) {
        sum = 0;
        break;
      }
      used = 0;
    }
  }
  free(buffer);
  if (target >= 0) close(target);
  return sum;
}
