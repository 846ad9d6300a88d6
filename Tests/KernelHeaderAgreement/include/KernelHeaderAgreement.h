/// What CPerfEvent says of the kernel's binary interface beside what the kernel's
/// own headers say. Only C can include both.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A constant, an offset or a size, in our words and in the kernel's.
struct agreement {
  const char *name;
  uint64_t ours;
  uint64_t theirs;
};

/// Rows that live as long as the program.
struct agreement_table {
  const struct agreement *rows;
  size_t count;
};

/// Gives every constant that the installed headers have.
struct agreement_table agreement_constants(void);

/// Gives the offset and width of every structure field that the headers have.
struct agreement_table agreement_structures(void);

/// Gives the word in which each bit field of the attributes is stored.
struct agreement_table agreement_bit_fields(void);

/// Gives the version of the kernel whose headers are installed, as the headers encode it.
uint32_t agreement_header_version(void);
