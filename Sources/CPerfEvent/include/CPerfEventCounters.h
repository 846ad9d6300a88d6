/// Instructions that read counters and clocks from user space.
///
/// Each clobbers memory, so that the compiler keeps it between the two looks at
/// the mapped page's sequence lock.
#pragma once

#include <stdint.h>

#if defined(__x86_64__)
#define CPERF_HAS_USER_COUNTERS 1

/// Reads a performance counter by the operand of the mapped page, index - 1.
///
/// The instruction has no Swift form; it faults where the kernel forbids it.
static inline uint64_t cperf_read_counter(uint32_t operand) {
  uint32_t low, high;
  __asm__ volatile("rdpmc" : "=a"(low), "=d"(high) : "c"(operand) : "memory");
  return ((uint64_t)high << 32) | low;
}

/// Reads the clock that the mapped page's time fields convert.
///
/// The instruction has no Swift form.
static inline uint64_t cperf_read_clock(void) {
  uint32_t low, high;
  __asm__ volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
  return ((uint64_t)high << 32) | low;
}

#elif defined(__aarch64__)
#define CPERF_HAS_USER_COUNTERS 1

#define CPERF_CASE(n)                                                              \
  case n:                                                                          \
    __asm__ volatile("mrs %0, pmevcntr" #n "_el0" : "=r"(value) : : "memory"); \
    break;

/// Reads a performance counter by the operand of the mapped page, index - 1.
///
/// The register's number is part of the instruction. Operand 31 is the cycle
/// counter; the others are event counters of the same number.
static inline uint64_t cperf_read_counter(uint32_t operand) {
  uint64_t value = 0;
  switch (operand) {
    CPERF_CASE(0) CPERF_CASE(1) CPERF_CASE(2) CPERF_CASE(3) CPERF_CASE(4) CPERF_CASE(5)
    CPERF_CASE(6) CPERF_CASE(7) CPERF_CASE(8) CPERF_CASE(9) CPERF_CASE(10) CPERF_CASE(11)
    CPERF_CASE(12) CPERF_CASE(13) CPERF_CASE(14) CPERF_CASE(15) CPERF_CASE(16) CPERF_CASE(17)
    CPERF_CASE(18) CPERF_CASE(19) CPERF_CASE(20) CPERF_CASE(21) CPERF_CASE(22) CPERF_CASE(23)
    CPERF_CASE(24) CPERF_CASE(25) CPERF_CASE(26) CPERF_CASE(27) CPERF_CASE(28) CPERF_CASE(29)
    CPERF_CASE(30)
    case 31:
      __asm__ volatile("mrs %0, pmccntr_el0" : "=r"(value) : : "memory");
      break;
  }
  return value;
}
#undef CPERF_CASE

/// Reads the clock that the mapped page's time fields convert.
///
/// The instruction has no Swift form; the barrier keeps it from moving ahead.
static inline uint64_t cperf_read_clock(void) {
  uint64_t value;
  __asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(value) : : "memory");
  return value;
}

#else
#define CPERF_HAS_USER_COUNTERS 0

/// Stands in where counters cannot be read from user space; never called there.
static inline uint64_t cperf_read_counter(uint32_t operand) {
  (void)operand;
  return 0;
}

/// Stands in where the clock cannot be read from user space; never called there.
static inline uint64_t cperf_read_clock(void) {
  return 0;
}
#endif

/// Whether `cperf_read_counter` and `cperf_read_clock` work on this architecture.
static const int32_t CPERF_USER_COUNTERS = CPERF_HAS_USER_COUNTERS;
