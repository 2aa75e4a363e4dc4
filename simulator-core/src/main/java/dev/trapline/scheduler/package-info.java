/**
 * Schedulers: which context runs on which core and for how long, each with its product's own rules and parameters.
 * Every scheduler is one class that declares itself and one line in {@link dev.trapline.scheduler.Schedulers}.
 */
package dev.trapline.scheduler;
