package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Site;
import dev.trapline.work.Occupancy;
import dev.trapline.work.Slots;
import dev.trapline.workload.GroupMeasure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads both ledgers of a site: where a mean request's time went, and where every core's time went. */
final class LedgerReader {
    /** Occupiers below this share of their wait are put together. */
    private static final double SMALL = 0.02;

    private final Site site;
    private final Baseline since;
    private final double seconds;
    private final Map<LedgerKey, Entry> entries = new LinkedHashMap<>();

    LedgerReader(Site site, Baseline since) {
        this.site = site;
        this.since = since;
        seconds = (double) (site.simulation().now() - since.start()) / Time.PICOS_PER_SECOND;
    }

    Map<LedgerKey, Entry> read() {
        for (int owner = 0; owner < site.owners().groups(); owner++) {
            GroupMeasure measure = site.measures().get(owner);
            if (measure.completed() > 0) {
                latency(owner, measure);
            }
        }
        for (HostBaseline host : since.hosts()) {
            for (int owner = 0; owner < site.owners().size(); owner++) {
                cycles(owner, host.nameOf(owner), host);
            }
        }
        return entries;
    }

    private void latency(int owner, GroupMeasure measure) {
        for (int slot = 0; slot < site.slots().size(); slot++) {
            long picos = measure.picos(slot);
            if (picos == 0) {
                continue;
            }
            Slots.Slot described = site.slots().get(slot);
            double milliseconds = (double) picos / measure.completed() / Time.PICOS_PER_MILLI;
            if (!described.waiting()) {
                double count = (double) measure.count(slot) / measure.completed();
                add(latencyKey(measure, described, ""), new Entry(milliseconds, count));
            } else {
                waiting(owner, measure, described, milliseconds);
            }
        }
    }

    private void waiting(int owner, GroupMeasure measure, Slots.Slot waited, double milliseconds) {
        boolean forCore = waited.mechanism().equals("no core");
        boolean inQueue = waited.mechanism().equals("queue");
        double total = 0;
        for (int slot = 0; slot < site.slots().size() && (forCore || inQueue); slot++) {
            total += occupied(owner, slot, forCore);
        }
        if (total == 0) {
            add(latencyKey(measure, waited, ""), new Entry(milliseconds, 0));
            return;
        }
        for (int slot = 0; slot < site.slots().size(); slot++) {
            double share = occupied(owner, slot, forCore) / total;
            if (share > 0) {
                Slots.Slot occupier = site.slots().get(slot);
                String name = share < SMALL ? "other" : occupier.place().word() + ": " + occupier.mechanism();
                add(latencyKey(measure, waited, name), new Entry(milliseconds * share, 0));
            }
        }
    }

    /** What requests of a group waited for a core, or in a context, while this was done, on whichever host. */
    private double occupied(int owner, int slot, boolean forCore) {
        double sum = 0;
        for (HostBaseline host : since.hosts()) {
            Occupancy occupancy = host.host().processors().occupancy();
            sum += forCore ? occupancy.forCore(owner, slot) : occupancy.inQueue(owner, slot);
        }
        return sum;
    }

    private void cycles(int owner, String name, HostBaseline host) {
        for (int slot = 0; slot < site.slots().size(); slot++) {
            long picos = host.picos(owner, slot);
            long count = host.count(owner, slot);
            if (picos > 0) {
                Slots.Slot described = site.slots().get(slot);
                LedgerKey key = new LedgerKey(
                        name,
                        LedgerKey.CYCLES,
                        described.place().word(),
                        described.mechanism(),
                        LedgerKey.SERVICE,
                        "",
                        "core-ms/s");
                double milliseconds = (double) picos / Time.PICOS_PER_MILLI / seconds;
                add(key, new Entry(milliseconds, count / seconds));
            }
        }
    }

    private static LedgerKey latencyKey(GroupMeasure measure, Slots.Slot slot, String occupier) {
        return new LedgerKey(
                measure.group(),
                LedgerKey.LATENCY,
                slot.place().word(),
                slot.mechanism(),
                slot.waiting() ? LedgerKey.WAITING : LedgerKey.SERVICE,
                occupier,
                "ms");
    }

    private void add(LedgerKey key, Entry entry) {
        entries.merge(key, entry, Entry::and);
    }
}
