#ifndef CPEERS_WRITING_H
#define CPEERS_WRITING_H

#include <stdint.h>

/// Copies a file with read(2) and write(2) through a buffer of 256 KiB, as `cat`
/// does; returns the number of bytes, or 0 when it failed.
uint64_t peer_copy(const char *from, const char *to);

/// Makes a file of a piece of at most 64 KiB, written so often with write(2) in
/// blocks of about 256 KiB; returns the number of bytes, or 0 when it failed.
uint64_t peer_write(const char *to, const void *piece, uint64_t size, uint64_t times);

#endif
