package dev.trapline.scheduler;

/**
 * What a scheduler keeps by design, whatever its parameters; contract tests hold it to that.
 *
 * @param workConserving whether no core idles for long while a context is ready that may run on it
 * @param evenOverCores whether contexts share all cores as they would share one; if not, only those of one core do
 */
public record Promises(boolean workConserving, boolean evenOverCores) {
    public static final Promises ALL = new Promises(true, true);
}
