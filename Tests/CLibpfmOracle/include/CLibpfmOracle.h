#ifndef CLIBPFM_ORACLE_H
#define CLIBPFM_ORACLE_H

/// What libpfm4 says when it is asked from C, without anything of the package.
///
/// The library must be initialised, and no other thread may be in it. Texts are to be
/// freed; they are NULL for a PMU that does not exist.

/// One more than the highest number of a PMU.
int oracle_pmu_limit(void);

/// A PMU, its events and their attributes, a line each, with fields between tabs; of
/// the hardware's layer, or else of that of perf_event_open(2).
char *oracle_listing(int pmu, int hardware);

/// How each event, alone and with each of its unit masks, is encoded for the hardware
/// and for perf_event_open(2), two lines each.
char *oracle_encodings(int pmu);

/// How an event is encoded, in the form of the two lines above.
char *oracle_encoding(const char *event);

/// Visits all attributes of all events of all PMUs; returns how many there are.
long oracle_enumerate(long *events, long *pmus);

#endif
