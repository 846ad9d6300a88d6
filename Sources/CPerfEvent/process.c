#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
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

char **cperf_environment(void) {
  return environ;
}

// What runs in the child, on memory and thread-local storage that it shares with a
// thread of its parent, must leave the bookkeeping of sanitizers and the stack
// protector of that thread alone.
#define IN_CHILD __attribute__((no_sanitize("address", "thread", "undefined"), no_stack_protector))

// A system call that leaves errno alone, which the child shares too; syscall(2) of
// the C library would write it.
IN_CHILD __attribute__((always_inline)) static inline long raw_call(long number, long a, long b, long c, long d) {
#if defined(__x86_64__)
  long result;
  register long r10 __asm__("r10") = d;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10)
                   : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
  return x0;
#elif defined(__riscv) && __riscv_xlen == 64
  register long a7 __asm__("a7") = number;
  register long a0 __asm__("a0") = a;
  register long a1 __asm__("a1") = b;
  register long a2 __asm__("a2") = c;
  register long a3 __asm__("a3") = d;
  __asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3) : "memory");
  return a0;
#else
#error "the system call instruction of this architecture has to be added here"
#endif
}

static const char go = 'g', leave = 'l';

// What the child needs to know; it stands at the high end of the child's stack.
struct launch {
  const struct cperf_command *command;
  int start[2];    // the child's end and the parent's
  int failure[2];  // the parent's end and the child's
};

// Tries one path after the other, as execvp(3) does. Returns the error.
IN_CHILD static int32_t execute(const struct cperf_command *command) {
  int32_t error = ENOENT;
  for (char *const *path = command->paths; *path != NULL; path++) {
    long result = -raw_call(SYS_execve, (long)*path, (long)command->arguments,
                            (long)command->environment, 0);
    if (result == ENOEXEC) {
      command->shell_arguments[1] = *path;
      result = -raw_call(SYS_execve, (long)command->shell_arguments[0],
                         (long)command->shell_arguments, (long)command->environment, 0);
    }
    if (result == ENOENT || result == ENOTDIR) continue;
    error = (int32_t)result;
    if (result != EACCES) break;
  }
  return error;
}

// Gives signals that are handled their default actions, as exec does, so that no
// handler of the parent runs once signals come through, and stops holding them
// back. What is ignored stays so: commands in the background of a script and those
// below nohup(1) rely on it. Only SIGPIPE is one that servers ignore for themselves.
IN_CHILD static void forget_signals(void) {
  // The kernel's struct sigaction: handler, flags, restorer, mask.
  unsigned long standard[4] = {0, 0, 0, 0};
  unsigned long none = 0;
  for (int signal = 1; signal <= 64; signal++) {
    unsigned long present[4] = {0, 0, 0, 0};
    raw_call(SYS_rt_sigaction, signal, 0, (long)present, sizeof none);
    int keeps = present[0] == (unsigned long)SIG_IGN && signal != SIGPIPE;
    if (!keeps) raw_call(SYS_rt_sigaction, signal, (long)standard, 0, sizeof none);
  }
  raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&none, 0, sizeof none);
}

// Runs in the child, on memory that it shares with its parent: nothing but system
// calls may happen here.
IN_CHILD static int wait_and_execute(void *context) {
  const struct launch *launch = context;
  raw_call(SYS_close, launch->start[1], 0, 0, 0);
  raw_call(SYS_close, launch->failure[0], 0, 0, 0);
  char order = leave;
  long count;
  do {
    count = raw_call(SYS_read, launch->start[0], (long)&order, 1, 0);
  } while (count == -EINTR);
  if (count != 1 || order != go) raw_call(SYS_exit_group, 0, 0, 0, 0);
  forget_signals();
  int32_t error = execute(launch->command);
  raw_call(SYS_write, launch->failure[1], (long)&error, sizeof error, 0);
  raw_call(SYS_exit_group, 127, 0, 0, 0);
  return 127;
}

static const size_t stack_size = 1 << 16;

// A page below the stack that cannot be touched.
static size_t guard_size(void) {
  return (size_t)sysconf(_SC_PAGESIZE);
}

// Gives the low end of a guarded stack, or a null pointer and the error.
static char *make_stack(int32_t *error) {
  size_t guard = guard_size();
  char *start = mmap(NULL, guard + stack_size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (start == MAP_FAILED) {
    *error = errno;
    return NULL;
  }
  if (mprotect(start, guard, PROT_NONE) < 0) {
    *error = errno;
    munmap(start, guard + stack_size);
    return NULL;
  }
  return start + guard;
}

static void free_stack(char *stack) {
  size_t guard = guard_size();
  munmap(stack - guard, guard + stack_size);
}

static void close_pair(int pair[2]) {
  close(pair[0]);
  close(pair[1]);
}

// Makes the child on a stack of its own, with all signals held back, so that no
// handler of the parent runs in it.
static int32_t clone_child(const struct cperf_command *command, const int start[2],
                           const int failure[2], struct cperf_child *child) {
  int32_t failed = 0;
  char *stack = make_stack(&failed);
  if (stack == NULL) return -failed;
  // Stacks begin at a multiple of 16 and grow towards lower addresses.
  size_t room = (sizeof(struct launch) + 15) & ~(size_t)15;
  struct launch *launch = (struct launch *)(stack + stack_size - room);
  *launch = (struct launch){command, {start[0], start[1]}, {failure[0], failure[1]}};
  sigset_t all, previous;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &previous);
  int pid = clone(wait_and_execute, launch, CLONE_VM | SIGCHLD, launch);
  int error = errno;
  pthread_sigmask(SIG_SETMASK, &previous, NULL);
  if (pid < 0) {
    free_stack(stack);
    return -error;
  }
  child->pid = pid;
  child->stack = (uintptr_t)stack;
  return 0;
}

static int32_t spawn(const struct cperf_command *command, struct cperf_child *child) {
  int start[2], failure[2];
  // A socket, since writing to it can be kept from raising SIGPIPE.
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, start) < 0) return -errno;
  if (pipe2(failure, O_CLOEXEC) < 0) {
    int error = errno;
    close_pair(start);
    return -error;
  }
  int32_t result = clone_child(command, start, failure, child);
  if (result < 0) {
    close_pair(start);
    close_pair(failure);
    return result;
  }
  // The child has copies of these.
  close(start[0]);
  close(failure[1]);
  child->start = start[1];
  child->failure = failure[0];
  return 0;
}

// The child's ends must be closed in the parent before another child is made:
// that one would keep them open, and nobody would see the first one's end of file.
static pthread_mutex_t spawning = PTHREAD_MUTEX_INITIALIZER;

int32_t cperf_spawn_stopped(const struct cperf_command *command, struct cperf_child *child) {
  pthread_mutex_lock(&spawning);
  int32_t result = spawn(command, child);
  pthread_mutex_unlock(&spawning);
  return result;
}

// Tells a waiting child what to do. Returns whether it still listens.
static int order(struct cperf_child *child, char what) {
  if (child->start < 0) return 0;
  ssize_t written = send(child->start, &what, 1, MSG_NOSIGNAL);
  close(child->start);
  child->start = -1;
  return written == 1;
}

void cperf_dismiss_child(struct cperf_child *child) {
  order(child, leave);
}

int32_t cperf_start_child(struct cperf_child *child) {
  if (!order(child, go)) return -ESRCH;
  int32_t error = 0;
  ssize_t count;
  do {
    count = read(child->failure, &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  return count == (ssize_t)sizeof error ? -error : 0;
}

int32_t cperf_wait(int32_t pid, int32_t *status) {
  int raw;
  if (waitpid(pid, &raw, 0) < 0) return -errno;
  *status = WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
  return 0;
}

void cperf_release_child(struct cperf_child *child) {
  order(child, leave);
  if (child->failure >= 0) close(child->failure);
  if (child->stack != 0) free_stack((char *)child->stack);
  *child = (struct cperf_child){0, -1, -1, 0};
}
