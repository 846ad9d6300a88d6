#define _GNU_SOURCE
#include "CLibpfmOracle.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <perfmon/pfmlib_perf_event.h>

static const char *text(const char *value) { return value ? value : "(none)"; }

static int pmu_info(int pmu, pfm_pmu_info_t *info) {
  memset(info, 0, sizeof *info);
  info->size = sizeof *info;
  return pfm_get_pmu_info(pmu, info);
}

static int event_info(int event, pfm_os_t layer, pfm_event_info_t *info) {
  memset(info, 0, sizeof *info);
  info->size = sizeof *info;
  return pfm_get_event_info(event, layer, info);
}

static int attribute_info(int event, int index, pfm_os_t layer, pfm_event_attr_info_t *info) {
  memset(info, 0, sizeof *info);
  info->size = sizeof *info;
  return pfm_get_event_attr_info(event, index, layer, info);
}

int oracle_pmu_limit(void) { return PFM_PMU_MAX; }

char *oracle_listing(int pmu, int hardware) {
  pfm_os_t layer = hardware ? PFM_OS_NONE : PFM_OS_PERF_EVENT_EXT;
  pfm_pmu_info_t info;
  if (pmu_info(pmu, &info) != PFM_SUCCESS) return NULL;
  char *result = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&result, &length);
  fprintf(out, "P\t%d\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", pmu, info.name, text(info.desc),
          info.type, info.is_present, info.is_dfl, info.nevents, info.num_cntrs,
          info.num_fixed_cntrs, info.max_encoding);
  for (int event = info.first_event; event != -1; event = pfm_get_event_next(event)) {
    pfm_event_info_t e;
    if (event_info(event, layer, &e) != PFM_SUCCESS) continue;
    fprintf(out, "E\t%s\t%s\t%s\t%" PRIu64 "\t%d\t%d\t%d\t%d\n", e.name, text(e.desc),
            text(e.equiv), e.code, e.nattrs, e.is_precise, e.is_speculative,
            e.support_hw_smpl);
    for (int index = 0; index < e.nattrs; index++) {
      pfm_event_attr_info_t a;
      if (attribute_info(event, index, layer, &a) != PFM_SUCCESS) continue;
      fprintf(out, "A\t%s\t%s\t%s\t%" PRIu64 "\t%d\t%d\t%d\t%" PRIu64 "\t%d\t%d\t%d\n", a.name,
              text(a.desc), text(a.equiv), a.code, a.type, a.ctrl, a.is_dfl, a.dfl_val64,
              a.is_precise, a.is_speculative, a.support_hw_smpl);
    }
  }
  fclose(out);
  return result;
}

static void encode(FILE *out, const char *event) {
  char *name = NULL;
  pfm_pmu_encode_arg_t raw = {.fstr = &name, .size = sizeof raw};
  int result = pfm_get_os_event_encoding(event, PFM_PLM0 | PFM_PLM3, PFM_OS_NONE, &raw);
  fprintf(out, "H\t%s\t%d", event, result);
  if (result == PFM_SUCCESS) {
    for (int i = 0; i < raw.count; i++) fprintf(out, "\t%" PRIx64, raw.codes[i]);
    fprintf(out, "\t%s", text(name));
  }
  fprintf(out, "\n");
  free(raw.codes);
  free(name);

  name = NULL;
  struct perf_event_attr a = {.size = sizeof a};
  pfm_perf_encode_arg_t perf = {.attr = &a, .fstr = &name, .size = sizeof perf};
  result = pfm_get_os_event_encoding(event, PFM_PLM0 | PFM_PLM3, PFM_OS_PERF_EVENT_EXT, &perf);
  fprintf(out, "K\t%s\t%d", event, result);
  if (result == PFM_SUCCESS) {
    fprintf(out, "\t%u\t%" PRIx64 "\t%" PRIx64 "\t%" PRIx64 "\t%d%d%d%d%d%d%d%d\t%d\t%" PRIu64
            "\t%d\t%s", a.type, (uint64_t)a.config, (uint64_t)a.config1, (uint64_t)a.config2,
            a.exclude_user, a.exclude_kernel, a.exclude_hv, a.exclude_guest, a.exclude_host,
            a.pinned, a.exclusive, a.freq, a.precise_ip, (uint64_t)a.sample_period, perf.cpu,
            text(name));
  }
  fprintf(out, "\n");
  free(name);
}

char *oracle_encoding(const char *event) {
  char *result = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&result, &length);
  encode(out, event);
  fclose(out);
  return result;
}

char *oracle_encodings(int pmu) {
  pfm_pmu_info_t info;
  if (pmu_info(pmu, &info) != PFM_SUCCESS) return NULL;
  char *result = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&result, &length);
  for (int event = info.first_event; event != -1; event = pfm_get_event_next(event)) {
    pfm_event_info_t e;
    char name[4096];
    if (event_info(event, PFM_OS_NONE, &e) != PFM_SUCCESS) continue;
    snprintf(name, sizeof name, "%s::%s", info.name, e.name);
    encode(out, name);
    for (int index = 0; index < e.nattrs; index++) {
      pfm_event_attr_info_t a;
      if (attribute_info(event, index, PFM_OS_NONE, &a) != PFM_SUCCESS) continue;
      if (a.type != PFM_ATTR_UMASK) continue;
      snprintf(name, sizeof name, "%s::%s:%s", info.name, e.name, a.name);
      encode(out, name);
    }
  }
  fclose(out);
  return result;
}

long oracle_enumerate(long *events, long *pmus) {
  long attributes = 0;
  *events = *pmus = 0;
  for (int pmu = 0; pmu < PFM_PMU_MAX; pmu++) {
    pfm_pmu_info_t info;
    if (pmu_info(pmu, &info) != PFM_SUCCESS) continue;
    *pmus += 1;
    for (int event = info.first_event; event != -1; event = pfm_get_event_next(event)) {
      pfm_event_info_t e;
      if (event_info(event, PFM_OS_NONE, &e) != PFM_SUCCESS) continue;
      *events += 1;
      for (int index = 0; index < e.nattrs; index++) {
        pfm_event_attr_info_t a;
        if (attribute_info(event, index, PFM_OS_NONE, &a) == PFM_SUCCESS) attributes += 1;
      }
    }
  }
  return attributes;
}
