// The first and only program of the virtual machine: loads the synthetic PMU, runs the
// program that the kernel's command line names, and switches the machine off.
//
//   guest.module="counters=4 fixed=1" guest.run="/bin/guest-tests rotation"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The value of NAME="value" in the kernel's command line, in a buffer of its own.
static char *option(const char *line, const char *name)
{
	char key[64];
	snprintf(key, sizeof key, "%s=\"", name);
	const char *start = strstr(line, key);
	if (!start)
		return NULL;
	start += strlen(key);
	const char *end = strchr(start, '"');
	return end ? strndup(start, end - start) : NULL;
}

static void load(const char *path, const char *parameters)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || syscall(SYS_finit_module, file, parameters, 0) < 0)
		perror(path);
	if (file >= 0)
		close(file);
}

static int run(char *command)
{
	char *words[64];
	int count = 0;
	for (char *word = strtok(command, " "); word && count < 63; word = strtok(NULL, " "))
		words[count++] = word;
	words[count] = NULL;
	if (!count)
		return 127;
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		execv(words[0], words);
		perror(words[0]);
		_exit(127);
	}
	int status = 0;
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(void)
{
	static char line[4096];
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	mount("tracefs", "/sys/kernel/tracing", "tracefs", 0, NULL);
	mount("cgroup2", "/sys/fs/cgroup", "cgroup2", 0, NULL);
	mount("tmpfs", "/tmp", "tmpfs", 0, NULL);
	int file = open("/proc/cmdline", O_RDONLY | O_CLOEXEC);
	if (file >= 0 && read(file, line, sizeof line - 1) < 0)
		perror("/proc/cmdline");
	setenv("PATH", "/bin", 1);
	char *parameters = option(line, "guest.module");
	load("/synthetic_pmu.ko", parameters ? parameters : "");
	char *command = option(line, "guest.run");
	printf("=== guest begins ===\n");
	int status = command ? run(command) : 127;
	printf("=== guest ends with %d ===\n", status);
	fflush(stdout);
	sync();
	reboot(RB_POWER_OFF);
	return 1;
}
