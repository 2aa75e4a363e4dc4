package dev.trapline.run;

import dev.trapline.platform.Site;
import dev.trapline.work.Context;
import java.util.List;

/** What a site had done when its warm-up ended, to be subtracted from what it has done at the end. */
final class Baseline {
    private final long start;
    private final List<HostBaseline> hosts;
    private final MemoryFigures memory;
    private final SynchronizationFigures synchronization;

    /** Takes the baseline now and lets the site's measures forget what was before. */
    Baseline(Site site) {
        start = site.simulation().now();
        hosts = site.hosts().stream().map(HostBaseline::new).toList();
        memory = new MemoryFigures(site);
        synchronization = new SynchronizationFigures(site, this);
        site.measures().forEach(measure -> measure.reset(start));
    }

    long start() {
        return start;
    }

    List<HostBaseline> hosts() {
        return hosts;
    }

    MemoryFigures memory() {
        return memory;
    }

    SynchronizationFigures synchronization() {
        return synchronization;
    }

    long picos(int owner, int slot) {
        long sum = 0;
        for (HostBaseline host : hosts) {
            sum += host.picos(owner, slot);
        }
        return sum;
    }

    long count(int owner, int slot) {
        long sum = 0;
        for (HostBaseline host : hosts) {
            sum += host.count(owner, slot);
        }
        return sum;
    }

    /**
     * How busy the vCPUs of a group find themselves, 0 to 1: they take the time without a core for time that they ran, and
     * do not spin of their own when idle; 0 if the group has none.
     */
    double inGuest(int owner, int spinSlot, long now) {
        long busy = 0;
        long contexts = 0;
        for (HostBaseline host : hosts) {
            for (Context context : host.host().processors().contexts()) {
                if (context.owner() == owner) {
                    busy += host.running(context, now) + host.ready(context, now);
                    contexts++;
                }
            }
        }
        return contexts == 0 ? 0 : (double) (busy - (spinSlot < 0 ? 0 : picos(owner, spinSlot))) / contexts / (now - start);
    }

    /** The part of its time that a mean context of an owner was ready without a core; 0 if it has none. */
    double readyShare(int owner, long now) {
        long ready = 0;
        long contexts = 0;
        for (HostBaseline host : hosts) {
            for (Context context : host.host().processors().contexts()) {
                if (context.owner() == owner) {
                    ready += host.ready(context, now);
                    contexts++;
                }
            }
        }
        return contexts == 0 ? 0 : (double) ready / contexts / (now - start);
    }
}
