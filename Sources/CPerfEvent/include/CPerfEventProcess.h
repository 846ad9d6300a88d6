/// Threads and child processes, as far as counting them needs C.
#pragma once

#include <stdint.h>

/// Gives a number of the calling thread that no other thread of this process
/// ever has, not even after it ended. Never 0.
///
/// Thread-local storage with a process-wide counter; pthread_self() and thread
/// ids are used again.
uint64_t cperf_thread_token(void);

/// Gives the environment of this process.
///
/// The variable is mutable and global, which Swift does not import.
char **cperf_environment(void);

/// What a child is to execute; each array ends in a null pointer. Everything must
/// stay as it is until the child was released.
struct cperf_command {
  char *const *paths;      // tried one after the other
  char *const *arguments;
  char *const *environment;
  char **shell_arguments;  // a shell, a place for the path, the other arguments
};

/// What `cperf_spawn_stopped` gives back.
struct cperf_child {
  int32_t pid;
  int32_t start;    // a byte written to it starts the command or ends the child
  int32_t failure;  // end of file: the command runs; four bytes: the errno of exec
  uintptr_t stack;  // where the child runs until it executes the command; below it lies
                    // a page that cannot be touched
};

/// Makes a child process that waits before it executes a command.
///
/// Swift has no fork(2), and a fork would be wrong: it makes every page of the
/// parent copy-on-write, so that whatever is measured meanwhile shows page faults.
/// The child shares the parent's memory until it executes the command. It has an
/// empty signal mask then, and ignores what its parent ignores, except SIGPIPE.
/// Returns 0 or minus the error number.
int32_t cperf_spawn_stopped(const struct cperf_command *command, struct cperf_child *child);

/// Lets a waiting child execute its command and waits until it did.
///
/// Returns 0, or minus the error number of exec.
int32_t cperf_start_child(struct cperf_child *child);

/// Lets a waiting child end without executing anything.
///
/// To close its ends would not be enough: a child that was made later, and still
/// waits, holds copies.
void cperf_dismiss_child(struct cperf_child *child);

/// Waits for a child.
///
/// The macros that decode a wait status cannot be imported. `status` becomes the
/// exit status, or minus the number of the signal that ended it. Returns 0 or
/// minus the error number.
int32_t cperf_wait(int32_t pid, int32_t *status);

/// Frees what belongs to a child that was waited for or that executes its command.
void cperf_release_child(struct cperf_child *child);
