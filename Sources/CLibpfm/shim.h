#ifndef CLIBPFM_SHIM_H
#define CLIBPFM_SHIM_H

// <perfmon/pfmlib_perf_event.h> includes a copy of the kernel's header that declares
// the same structure. A module that had the copy could not be imported beside one
// that has the kernel's own, so the copy is kept out by its guard.
#include <linux/perf_event.h>
#define __PERFMON_PERF_EVENT_H__
#include <perfmon/pfmlib_perf_event.h>

// dladdr(3) is declared only to those who define _GNU_SOURCE before everything else,
// which a module cannot. This is the same function and its structure.
struct cpfm_symbol {
  const char *file;
  void *base;
  const char *name;
  void *address;
};
int cpfm_find_symbol(const void *address, struct cpfm_symbol *symbol) __asm__("dladdr");

#endif
