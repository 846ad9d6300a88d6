// SPDX-License-Identifier: GPL-2.0
//
// A PMU whose counts are known, for tests of counting in a virtual machine.
//
// It registers as the core PMU "cpu" where the machine has none, with as many counters
// as it is told. An event says in its code how often it happens and which counters can
// hold it; its count follows from the clock. Nothing here touches hardware.

#include <linux/kprobes.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/perf_event.h>
#include <linux/slab.h>
#include <asm/irq_regs.h>

static uint counters = 4;
module_param(counters, uint, 0444);
MODULE_PARM_DESC(counters, "programmable counters of each CPU, at most 31");

static bool fixed;
module_param(fixed, bool, 0444);
MODULE_PARM_DESC(fixed, "a fixed counter for the generic event instructions");

static bool as_cpu = true;
module_param(as_cpu, bool, 0444);
MODULE_PARM_DESC(as_cpu, "be the core PMU, which takes generic events");

static bool lenient;
module_param(lenient, bool, 0444);
MODULE_PARM_DESC(lenient, "open every group, whether it fits or not");

#define MOST_COUNTERS 32

// What an event is, as its code says.
struct synthetic_event {
	u64 rate;       // events of each microsecond while there are any
	u64 period;     // nanoseconds after which a burst comes again, 0 = no bursts
	u64 burst;      // nanoseconds of each burst
	u32 mask;       // counters that can hold the event
	int counter;    // the counter that holds it, -1 = none
	u64 seen;       // what had happened when the count was last brought up to date
	struct hrtimer timer;
	struct perf_event *event;
};

struct counter_file {
	u32 used;
};

static DEFINE_PER_CPU(struct counter_file, counter_files);
static struct pmu synthetic_pmu;
// The kernel does not export the function to modules.
static int (*overflow)(struct perf_event *, struct perf_sample_data *, struct pt_regs *);

static u32 programmable(void) { return (1u << counters) - 1; }

// The events that happened in the nanoseconds up to a time.
static u64 happened(const struct synthetic_event *it, u64 time)
{
	u64 rest, count;

	if (!it->period)
		return div_u64(time * it->rate, NSEC_PER_USEC);
	count = div64_u64_rem(time, it->period, &rest);
	return count * div_u64(it->burst * it->rate, NSEC_PER_USEC) +
	       div_u64(min(rest, it->burst) * it->rate, NSEC_PER_USEC);
}

static void bring_up_to_date(struct perf_event *event)
{
	struct synthetic_event *it = event->pmu_private;
	u64 now = happened(it, ktime_get_ns());

	local64_add(now - it->seen, &event->count);
	it->seen = now;
}

static int find_counter(u32 mask, u32 used)
{
	u32 free = mask & ~used;

	// The fixed counter comes first, so that it spares the others.
	if (free & ~programmable())
		return __ffs(free & ~programmable());
	return free ? __ffs(free) : -1;
}

// ---- sampling

static enum hrtimer_restart sample(struct hrtimer *timer)
{
	struct synthetic_event *it = container_of(timer, struct synthetic_event, timer);
	struct perf_event *event = it->event;
	struct pt_regs *regs = get_irq_regs();
	struct perf_sample_data data;

	if (event->state != PERF_EVENT_STATE_ACTIVE)
		return HRTIMER_NORESTART;
	event->pmu->read(event);
	perf_sample_data_init(&data, 0, event->hw.last_period);
	if (regs && overflow && overflow(event, &data, regs))
		return HRTIMER_NORESTART;
	hrtimer_forward_now(timer, max_t(u64, 20 * NSEC_PER_USEC,
		div64_u64(event->hw.sample_period * NSEC_PER_USEC, max_t(u64, it->rate, 1))));
	return HRTIMER_RESTART;
}

// ---- the kernel's questions

static void synthetic_start(struct perf_event *event, int flags)
{
	struct synthetic_event *it = event->pmu_private;

	event->hw.state = 0;
	it->seen = happened(it, ktime_get_ns());
	if (is_sampling_event(event)) {
		event->hw.last_period = event->hw.sample_period;
		hrtimer_start(&it->timer,
			ns_to_ktime(max_t(u64, 20 * NSEC_PER_USEC,
				div64_u64(event->hw.sample_period * NSEC_PER_USEC,
					  max_t(u64, it->rate, 1)))),
			HRTIMER_MODE_REL_PINNED_HARD);
	}
	perf_event_update_userpage(event);
}

static void synthetic_stop(struct perf_event *event, int flags)
{
	struct synthetic_event *it = event->pmu_private;

	if (event->hw.state & PERF_HES_STOPPED)
		return;
	if (is_sampling_event(event))
		hrtimer_try_to_cancel(&it->timer);
	bring_up_to_date(event);
	event->hw.state = PERF_HES_STOPPED | PERF_HES_UPTODATE;
	perf_event_update_userpage(event);
}

static int synthetic_add(struct perf_event *event, int flags)
{
	struct synthetic_event *it = event->pmu_private;
	struct counter_file *file = this_cpu_ptr(&counter_files);
	int counter = find_counter(it->mask, file->used);

	if (counter < 0)
		return -EAGAIN;
	file->used |= 1u << counter;
	it->counter = counter;
	event->hw.state = PERF_HES_STOPPED | PERF_HES_UPTODATE;
	if (flags & PERF_EF_START)
		synthetic_start(event, PERF_EF_RELOAD);
	perf_event_update_userpage(event);
	return 0;
}

static void synthetic_del(struct perf_event *event, int flags)
{
	struct synthetic_event *it = event->pmu_private;

	synthetic_stop(event, PERF_EF_UPDATE);
	if (it->counter >= 0)
		this_cpu_ptr(&counter_files)->used &= ~(1u << it->counter);
	it->counter = -1;
	perf_event_update_userpage(event);
}

static void synthetic_read(struct perf_event *event)
{
	if (!(event->hw.state & PERF_HES_STOPPED))
		bring_up_to_date(event);
}

// ---- opening

static bool understand(const struct perf_event *event, struct synthetic_event *it)
{
	u64 config = event->attr.config;
	u32 wanted = event->attr.config1;

	it->mask = programmable();
	switch (event->attr.type) {
	case PERF_TYPE_HARDWARE:
		if (!as_cpu || config >= PERF_COUNT_HW_MAX)
			return false;
		it->rate = config + 1;
		if (fixed && config == PERF_COUNT_HW_INSTRUCTIONS)
			it->mask |= 1u << counters;
		return true;
	case PERF_TYPE_HW_CACHE:
		it->rate = 1;
		return as_cpu;
	default:
		it->rate = config & 0xffff;
		it->period = (config >> 16 & 0xff) * NSEC_PER_MSEC;
		it->burst = min((config >> 24 & 0xff) * NSEC_PER_MSEC, it->period);
		if (wanted)
			it->mask &= wanted;
		return true;
	}
}

static bool fits(u32 *used, const struct perf_event *event)
{
	const struct synthetic_event *it = event->pmu_private;
	int counter;

	if (event->pmu != &synthetic_pmu)
		return true;
	counter = find_counter(it->mask, *used);
	if (counter < 0)
		return false;
	*used |= 1u << counter;
	return true;
}

static bool group_fits(struct perf_event *event)
{
	struct perf_event *leader = event->group_leader, *sibling;
	u32 used = 0;

	if (leader != event && !fits(&used, leader))
		return false;
	if (leader != event) {
		for_each_sibling_event(sibling, leader)
			if (!fits(&used, sibling))
				return false;
	}
	return fits(&used, event);
}

static void synthetic_destroy(struct perf_event *event)
{
	struct synthetic_event *it = event->pmu_private;

	hrtimer_cancel(&it->timer);
	event->pmu_private = NULL;
	kfree(it);
}

static int synthetic_init_event(struct perf_event *event)
{
	struct synthetic_event *it;
	u32 type = event->attr.type;

	if (type != synthetic_pmu.type && type != PERF_TYPE_HARDWARE && type != PERF_TYPE_HW_CACHE)
		return -ENOENT;
	if (has_branch_stack(event))
		return -EOPNOTSUPP;
	it = kzalloc(sizeof(*it), GFP_KERNEL);
	if (!it)
		return -ENOMEM;
	it->counter = -1;
	it->event = event;
	if (!understand(event, it)) {
		kfree(it);
		return -ENOENT;
	}
	hrtimer_init(&it->timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL_HARD);
	it->timer.function = sample;
	event->pmu_private = it;
	event->destroy = synthetic_destroy;
	if (!it->mask || (!lenient && !group_fits(event)))
		return -EINVAL;
	return 0;
}

PMU_FORMAT_ATTR(rate, "config:0-15");
PMU_FORMAT_ATTR(period, "config:16-23");
PMU_FORMAT_ATTR(burst, "config:24-31");
PMU_FORMAT_ATTR(mask, "config1:0-31");

static struct attribute *formats[] = {
	&format_attr_rate.attr, &format_attr_period.attr, &format_attr_burst.attr,
	&format_attr_mask.attr, NULL,
};
static const struct attribute_group format_group = { .name = "format", .attrs = formats };

PMU_EVENT_ATTR_STRING(seven, seven_event, "rate=0x7");
static struct attribute *named[] = { &seven_event.attr.attr, NULL };
static const struct attribute_group event_group = { .name = "events", .attrs = named };
static const struct attribute_group *groups[] = { &format_group, &event_group, NULL };

static struct pmu synthetic_pmu = {
	.module = THIS_MODULE,
	.task_ctx_nr = perf_hw_context,
	.attr_groups = groups,
	.event_init = synthetic_init_event,
	.add = synthetic_add,
	.del = synthetic_del,
	.start = synthetic_start,
	.stop = synthetic_stop,
	.read = synthetic_read,
};

static void find_overflow(void)
{
	struct kprobe probe = { .symbol_name = "perf_event_overflow" };

	if (register_kprobe(&probe))
		return;
	overflow = (void *)probe.addr;
	unregister_kprobe(&probe);
}

static int __init synthetic_load(void)
{
	if (!counters || counters >= MOST_COUNTERS)
		return -EINVAL;
	find_overflow();
	if (!overflow)
		synthetic_pmu.capabilities |= PERF_PMU_CAP_NO_INTERRUPT;
	return perf_pmu_register(&synthetic_pmu, as_cpu ? "cpu" : "synthetic",
				 as_cpu ? PERF_TYPE_RAW : -1);
}

static void __exit synthetic_unload(void) { perf_pmu_unregister(&synthetic_pmu); }

module_init(synthetic_load);
module_exit(synthetic_unload);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A PMU with known counts, for tests");
