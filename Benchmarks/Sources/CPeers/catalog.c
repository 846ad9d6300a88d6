#include "Catalog.h"

#include <stdio.h>
#include <string.h>

#include <perfmon/pfmlib_perf_event.h>

struct peer_listing peer_list_tables(void) {
  struct peer_listing sums = {0};
  for (int number = 0; number < PFM_PMU_MAX; number++) {
    pfm_pmu_info_t pmu = {.size = sizeof pmu};
    if (pfm_get_pmu_info(number, &pmu) != PFM_SUCCESS) continue;
    sums.pmus++;
    for (int i = pmu.first_event; i != -1; i = pfm_get_event_next(i)) {
      pfm_event_info_t event = {.size = sizeof event};
      if (pfm_get_event_info(i, PFM_OS_NONE, &event) != PFM_SUCCESS) continue;
      sums.events++;
      sums.codes += event.code;
      for (int k = 0; k < event.nattrs; k++) {
        pfm_event_attr_info_t attribute = {.size = sizeof attribute};
        if (pfm_get_event_attr_info(i, k, PFM_OS_NONE, &attribute) != PFM_SUCCESS) continue;
        sums.attributes++;
        sums.codes += attribute.code;
      }
    }
  }
  return sums;
}

static uint64_t encode(const char *name) {
  struct perf_event_attr attributes = {.size = sizeof attributes};
  pfm_perf_encode_arg_t argument = {.attr = &attributes, .size = sizeof argument};
  int result = pfm_get_os_event_encoding(name, PFM_PLM0 | PFM_PLM3, PFM_OS_PERF_EVENT_EXT,
                                         &argument);
  return result == PFM_SUCCESS ? attributes.config + attributes.config1 : 0;
}

uint64_t peer_encode_table(const char *wanted) {
  uint64_t sum = 0;
  for (int number = 0; number < PFM_PMU_MAX; number++) {
    pfm_pmu_info_t pmu = {.size = sizeof pmu};
    if (pfm_get_pmu_info(number, &pmu) != PFM_SUCCESS || strcmp(pmu.name, wanted)) continue;
    for (int i = pmu.first_event; i != -1; i = pfm_get_event_next(i)) {
      pfm_event_info_t event = {.size = sizeof event};
      char name[1024];
      if (pfm_get_event_info(i, PFM_OS_NONE, &event) != PFM_SUCCESS) continue;
      snprintf(name, sizeof name, "%s::%s", pmu.name, event.name);
      sum += encode(name);
      for (int k = 0; k < event.nattrs; k++) {
        pfm_event_attr_info_t mask = {.size = sizeof mask};
        if (pfm_get_event_attr_info(i, k, PFM_OS_NONE, &mask) != PFM_SUCCESS) continue;
        if (mask.type != PFM_ATTR_UMASK) continue;
        snprintf(name, sizeof name, "%s::%s:%s", pmu.name, event.name, mask.name);
        sum += encode(name);
      }
    }
  }
  return sum;
}
