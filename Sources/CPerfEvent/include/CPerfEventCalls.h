/// System calls and memory accesses. Each stub returns its result, or minus the
/// error number, so that nothing can run between the call and the read of errno.
#pragma once

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CPerfEventABI.h"

/// Opens an event.
///
/// The C library has no wrapper, and syscall(2) is variadic.
static inline int32_t cperf_open(struct cperf_event_attr *attr, int32_t pid, int32_t cpu,
                                 int32_t group, uint64_t flags) {
  long result = syscall(SYS_perf_event_open, attr, pid, cpu, group, (unsigned long)flags);
  return result < 0 ? -errno : (int32_t)result;
}

/// Controls an event by an integer argument.
///
/// ioctl(2) is variadic.
static inline int32_t cperf_ioctl(int32_t fd, uint64_t request, uint64_t argument) {
  int result = ioctl(fd, (unsigned long)request, (unsigned long)argument);
  return result < 0 ? -errno : result;
}

/// Controls an event by an argument in memory.
///
/// ioctl(2) is variadic.
static inline int32_t cperf_ioctl_pointer(int32_t fd, uint64_t request, void *argument) {
  int result = ioctl(fd, (unsigned long)request, argument);
  return result < 0 ? -errno : result;
}

/// Enables or disables every event that the calling thread created.
///
/// prctl(2) is variadic.
static inline int32_t cperf_prctl(int32_t option) {
  int result = prctl(option, 0UL, 0UL, 0UL, 0UL);
  return result < 0 ? -errno : result;
}

/// Reads from a descriptor.
///
/// Counters are read around the code that is measured, so the way to the kernel is
/// kept as short as it can be: behind a system call each return is predicted
/// wrongly, and the C library's function adds one.
static inline int64_t cperf_read(int32_t fd, void *buffer, size_t count) {
#if defined(__x86_64__)
  int64_t result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "0"((int64_t)SYS_read), "D"((int64_t)fd), "S"(buffer), "d"(count)
                   : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register int64_t number __asm__("x8") = SYS_read;
  register int64_t result __asm__("x0") = fd;
  register void *memory __asm__("x1") = buffer;
  register size_t size __asm__("x2") = count;
  __asm__ volatile("svc 0" : "+r"(result) : "r"(number), "r"(memory), "r"(size) : "memory");
  return result;
#else
  ssize_t result = read(fd, buffer, count);
  return result < 0 ? -errno : result;
#endif
}

/// The layout of struct pollfd.
struct cperf_poll_entry {
  int32_t fd;
  int16_t events;
  int16_t returned;
};

static const int16_t CPERF_POLL_IN = POLLIN;
static const int16_t CPERF_POLL_ERR = POLLERR;
static const int16_t CPERF_POLL_HUP = POLLHUP;
static const int16_t CPERF_POLL_NVAL = POLLNVAL;

/// Waits for descriptors; a negative number of milliseconds has no end.
///
/// For the error protocol of this header.
static inline int32_t cperf_poll(struct cperf_poll_entry *entries, size_t count,
                                 int32_t milliseconds) {
  _Static_assert(sizeof(struct cperf_poll_entry) == sizeof(struct pollfd), "one layout");
  int result = poll((struct pollfd *)entries, (nfds_t)count, milliseconds);
  return result < 0 ? -errno : result;
}

/// Closes a descriptor.
///
/// For the error protocol of this header.
static inline int32_t cperf_close(int32_t fd) {
  return close(fd) < 0 ? -errno : 0;
}

/// Maps a descriptor shared, and gives a null pointer and the error if that fails.
///
/// MAP_FAILED is a cast that cannot be imported.
static inline void *cperf_map(int32_t fd, int64_t offset, size_t length, int32_t writable,
                              int32_t *error) {
  int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
  void *result = mmap(NULL, length, protection, MAP_SHARED, fd, (off_t)offset);
  if (result == MAP_FAILED) {
    *error = errno;
    return NULL;
  }
  return result;
}

/// Removes a mapping.
///
/// For the error protocol of this header.
static inline int32_t cperf_unmap(void *start, size_t length) {
  return munmap(start, length) < 0 ? -errno : 0;
}

/// Opens a file or folder for reading.
///
/// open(2) is variadic.
static inline int32_t cperf_open_file(const char *path) {
  int result = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  return result < 0 ? -errno : result;
}

/// Opens a folder for listing, and gives a null pointer and the error if that fails.
///
/// For the error protocol of this header.
static inline DIR *cperf_open_directory(const char *path, int32_t *error) {
  DIR *result = opendir(path);
  if (result == NULL) *error = errno;
  return result;
}

/// Gives the next name in a folder, or a null pointer at its end or on an error.
///
/// Only errno, which must be cleared before, tells the end from an error.
static inline const char *cperf_next_name(DIR *folder, int32_t *error) {
  errno = 0;
  struct dirent *entry = readdir(folder);
  *error = errno;
  return entry == NULL ? NULL : entry->d_name;
}

/// Gives the number of the calling thread.
///
/// Old C libraries do not declare gettid(2).
static inline int32_t cperf_thread_id(void) {
  return (int32_t)syscall(SYS_gettid);
}

/// Reads the limits on open descriptors.
///
/// The type of the resource differs between C libraries.
static inline int32_t cperf_descriptor_limit(uint64_t *soft, uint64_t *hard) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return -errno;
  *soft = limit.rlim_cur;
  *hard = limit.rlim_max;
  return 0;
}

/// Loads a position of the ring buffer before the records it covers.
///
/// Swift has no atomic access to memory that C owns.
static inline uint64_t cperf_load_acquire(const uint64_t *address) {
  return __atomic_load_n(address, __ATOMIC_ACQUIRE);
}

/// Stores a position of the ring buffer after the records were read.
///
/// Swift has no atomic access to memory that C owns.
static inline void cperf_store_release(uint64_t *address, uint64_t value) {
  __atomic_store_n(address, value, __ATOMIC_RELEASE);
}

/// Loads the sequence lock of the mapped page before the fields it guards.
///
/// Swift has no atomic access to memory that C owns.
static inline uint32_t cperf_load_sequence(const uint32_t *address) {
  return __atomic_load_n(address, __ATOMIC_ACQUIRE);
}

/// Keeps the loads before it in front of a second look at the sequence lock.
///
/// Swift has no fence that also holds for plain loads.
static inline void cperf_fence_acquire(void) {
  __atomic_thread_fence(__ATOMIC_ACQUIRE);
}
