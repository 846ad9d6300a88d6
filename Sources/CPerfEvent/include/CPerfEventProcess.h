/// Threads and child processes, as far as counting them needs C.
#pragma once

#include <stdint.h>

/// Gives a number of the calling thread that no other thread of this process
/// ever has, not even after it ended. Never 0.
///
/// Thread-local storage with a process-wide counter; pthread_self() and thread
/// ids are used again.
uint64_t cperf_thread_token(void);

/// What `cperf_spawn_stopped` gives back.
struct cperf_child {
  int32_t pid;
  int32_t start;    // one byte written to it starts the command or ends the child
  int32_t failure;  // end of file: the command runs; four bytes: the errno of exec
};

/// Makes a child process that waits before it executes a command.
///
/// fork(2) is not available in Swift. Returns 0 or minus the error number.
/// `arguments` and `environment` end in a null pointer, and an environment of null
/// is inherited; the command is looked up along PATH. The child gets default
/// actions for SIGINT, SIGQUIT and SIGPIPE and an empty signal mask.
int32_t cperf_spawn_stopped(char *const *arguments, char *const *environment,
                            struct cperf_child *child);

/// Lets a waiting child execute its command and waits until it did.
///
/// Returns 0, or minus the error number of exec. Closes both ends.
int32_t cperf_start_child(struct cperf_child *child);

/// Lets a waiting child end without executing anything. Closes both ends.
///
/// To close them would not be enough: a child that was made later, and still
/// waits, holds copies.
void cperf_dismiss_child(struct cperf_child *child);

/// Waits for a child.
///
/// The macros that decode a wait status cannot be imported. `status` becomes the
/// exit status, or minus the number of the signal that ended it. Returns 0 or
/// minus the error number.
int32_t cperf_wait(int32_t pid, int32_t *status);
