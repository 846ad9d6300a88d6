#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
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

static const char go = 'g', leave = 'l';

// Handlers of the parent have no business in the child, not even while it waits.
static void forget_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGQUIT, &action, NULL);
  sigaction(SIGPIPE, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// Runs in the child, where only async-signal-safe functions may be called.
static void wait_and_execute(int start, int failure, char *const *arguments,
                             char *const *environment) {
  forget_signals();
  char order;
  ssize_t count;
  do {
    count = read(start, &order, 1);
  } while (count < 0 && errno == EINTR);
  if (count != 1 || order != go) _exit(0);

  if (environment != NULL) environ = (char **)environment;
  execvp(arguments[0], arguments);
  int32_t error = errno;
  ssize_t ignored = write(failure, &error, sizeof error);
  (void)ignored;
  _exit(127);
}

// The child's ends must be closed in the parent before another child is made:
// that one would keep them open, and nobody would see the first one's end of file.
static pthread_mutex_t spawning = PTHREAD_MUTEX_INITIALIZER;

static int32_t spawn(char *const *arguments, char *const *environment,
                     struct cperf_child *child) {
  int start[2], failure[2];
  // A socket, since writing to it can be kept from raising SIGPIPE.
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, start) < 0) return -errno;
  if (pipe2(failure, O_CLOEXEC) < 0) {
    int error = errno;
    close_pair(start);
    return -error;
  }
  // No handler of the parent may run in the child before it forgets them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = fork();
  int error = errno;
  if (pid != 0) pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (pid < 0) {
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

int32_t cperf_spawn_stopped(char *const *arguments, char *const *environment,
                            struct cperf_child *child) {
  pthread_mutex_lock(&spawning);
  int32_t result = spawn(arguments, environment, child);
  pthread_mutex_unlock(&spawning);
  return result;
}

static ssize_t order(struct cperf_child *child, char what) {
  if (child->start < 0) return -1;
  ssize_t written = send(child->start, &what, 1, MSG_NOSIGNAL);
  close(child->start);
  child->start = -1;
  return written;
}

void cperf_dismiss_child(struct cperf_child *child) {
  order(child, leave);
  if (child->failure >= 0) close(child->failure);
  child->failure = -1;
}

int32_t cperf_start_child(struct cperf_child *child) {
  ssize_t written = order(child, go);
  int32_t result = written == 1 ? 0 : -ESRCH;
  if (result == 0) {
    int32_t error = 0;
    ssize_t count;
    do {
      count = read(child->failure, &error, sizeof error);
    } while (count < 0 && errno == EINTR);
    if (count == (ssize_t)sizeof error) result = -error;
  }
  if (child->failure >= 0) close(child->failure);
  child->failure = -1;
  return result;
}

int32_t cperf_wait(int32_t pid, int32_t *status) {
  int raw;
  if (waitpid(pid, &raw, 0) < 0) return -errno;
  *status = WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
  return 0;
}
