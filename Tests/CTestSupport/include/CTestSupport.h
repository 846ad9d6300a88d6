/// What tests need of the C library that Swift does not import.
#pragma once

/// Keeps the calling thread on one CPU; returns 0 if that worked.
int ctest_pin(int cpu);

/// Whether the calling thread may run on a CPU.
int ctest_is_allowed(int cpu);

/// Lets perf_event_open(2) answer with an error for the rest of the process, as the
/// seccomp filter of a container does; returns 0 if that worked.
int ctest_refuse_perf_event_open(int error);
