/// What tests need of the C library that Swift does not import.
#pragma once

/// Keeps the calling thread on one CPU; returns 0 if that worked.
int ctest_pin(int cpu);

/// Whether the calling thread may run on a CPU.
int ctest_is_allowed(int cpu);
