/**
 * Schedulers: which context runs on which core and for how long, each with its product's own rules and parameters. A
 * scheduler is one class that declares itself and one line in {@link dev.trapline.scheduler.Schedulers}; contract tests
 * run over that list.
 *
 * <p>May know contexts, cores and the port {@link dev.trapline.work.Scheduling}; nothing of hypervisors, guests or
 * devices. Start at {@link dev.trapline.scheduler.RoundRobinScheduler}, the shortest, then {@link
 * dev.trapline.scheduler.CreditScheduler}.
 */
package dev.trapline.scheduler;
