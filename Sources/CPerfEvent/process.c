#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CPerfEvent.h"

extern char **environ;

uint64_t cperf_thread_token(void) {
  static _Atomic uint64_t last = 0;
  static _Thread_local uint64_t token = 0;
  if (token == 0) token = atomic_fetch_add_explicit(&last, 1, memory_order_relaxed) + 1;
  return token;
}

static void close_pair(int pair[2]) {
  close(pair[0]);
  close(pair[1]);
}

// Runs in the child, where only async-signal-safe functions may be called.
static void wait_and_execute(int start, int failure, char *const *arguments,
                             char *const *environment) {
  char go;
  ssize_t count;
  do {
    count = read(start, &go, 1);
  } while (count < 0 && errno == EINTR);
  if (count != 1) _exit(0);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGQUIT, &action, NULL);
  sigaction(SIGPIPE, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);

  if (environment != NULL) environ = (char **)environment;
  execvp(arguments[0], arguments);
  int32_t error = errno;
  ssize_t ignored = write(failure, &error, sizeof error);
  (void)ignored;
  _exit(127);
}

int32_t cperf_spawn_stopped(char *const *arguments, char *const *environment,
                            struct cperf_child *child) {
  int start[2], failure[2];
  // A socket, since writing to it can be kept from raising SIGPIPE.
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, start) < 0) return -errno;
  if (pipe2(failure, O_CLOEXEC) < 0) {
    int error = errno;
    close_pair(start);
    return -error;
  }
  pid_t pid = fork();
  if (pid < 0) {
    int error = errno;
    close_pair(start);
    close_pair(failure);
    return -error;
  }
  if (pid == 0) {
    close(start[1]);
    close(failure[0]);
    wait_and_execute(start[0], failure[1], arguments, environment);
  }
  close(start[0]);
  close(failure[1]);
  child->pid = pid;
  child->start = start[1];
  child->failure = failure[0];
  return 0;
}

int32_t cperf_start_child(struct cperf_child *child) {
  char go = 1;
  ssize_t written = send(child->start, &go, 1, MSG_NOSIGNAL);
  close(child->start);
  child->start = -1;
  int32_t result = written == 1 ? 0 : -ESRCH;
  if (result == 0) {
    int32_t error = 0;
    ssize_t count;
    do {
      count = read(child->failure, &error, sizeof error);
    } while (count < 0 && errno == EINTR);
    if (count == (ssize_t)sizeof error) result = -error;
  }
  close(child->failure);
  child->failure = -1;
  return result;
}

int32_t cperf_wait(int32_t pid, int32_t *status) {
  int raw;
  if (waitpid(pid, &raw, 0) < 0) return -errno;
  *status = WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
  return 0;
}
