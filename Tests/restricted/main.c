// Executes a command under restrictions: a seccomp filter that refuses
// perf_event_open, a limit on descriptors, another user without privilege.
//
//   restricted [--seccomp EPERM|ENOSYS] [--descriptors N] [--user UID] COMMAND...
#define _GNU_SOURCE

#include <errno.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fail(const char *what) {
  perror(what);
  return 125;
}

static int refuse_perf_event_open(int error) {
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_perf_event_open, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof code / sizeof code[0], code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

int main(int count, char **arguments) {
  int refusal = 0;
  long descriptors = 0, user = 0;
  int next = 1;
  for (; next + 1 < count && strncmp(arguments[next], "--", 2) == 0; next += 2) {
    const char *value = arguments[next + 1];
    if (strcmp(arguments[next], "--seccomp") == 0) {
      refusal = strcmp(value, "ENOSYS") == 0 ? ENOSYS : EPERM;
    } else if (strcmp(arguments[next], "--descriptors") == 0) {
      descriptors = atol(value);
    } else if (strcmp(arguments[next], "--user") == 0) {
      user = atol(value);
    }
  }
  if (next >= count) return 125;
  if (descriptors > 0) {
    struct rlimit limit = {(rlim_t)descriptors, (rlim_t)descriptors};
    if (setrlimit(RLIMIT_NOFILE, &limit) < 0) return fail("setrlimit");
  }
  if (user > 0) {
    if (setgroups(0, NULL) < 0) return fail("setgroups");
    if (setresgid((gid_t)user, (gid_t)user, (gid_t)user) < 0) return fail("setresgid");
    if (setresuid((uid_t)user, (uid_t)user, (uid_t)user) < 0) return fail("setresuid");
  }
  if (refusal != 0 && refuse_perf_event_open(refusal) < 0) return fail("seccomp");
  execvp(arguments[next], arguments + next);
  return fail(arguments[next]);
}
