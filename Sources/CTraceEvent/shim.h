#ifndef CTRACEEVENT_SHIM_H
#define CTRACEEVENT_SHIM_H

#include <event-parse.h>
#include <trace-seq.h>

// Swift cannot call functions with a variable number of arguments.
static inline void cperf_print_event_text(struct tep_handle *tep, struct trace_seq *text,
                                          struct tep_record *record) {
  tep_print_event(tep, text, record, "%s", TEP_PRINT_INFO);
}

#endif
