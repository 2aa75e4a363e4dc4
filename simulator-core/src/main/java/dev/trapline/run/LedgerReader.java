package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.work.Occupancy;
import dev.trapline.work.Slots;
import dev.trapline.workload.GroupMeasure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads both ledgers of a host: where a mean request's time went, and where every core's time went. */
final class LedgerReader {
    /** Occupiers below this share of their wait are put together. */
    private static final double SMALL = 0.02;

    private final Host host;
    private final Baseline since;
    private final double seconds;
    private final Map<LedgerKey, Entry> entries = new LinkedHashMap<>();

    LedgerReader(Host host, Baseline since) {
        this.host = host;
        this.since = since;
        seconds = (double) (host.simulation().now() - since.start()) / Time.PICOS_PER_SECOND;
    }

    Map<LedgerKey, Entry> read() {
        for (int owner = 0; owner < host.owners().groups(); owner++) {
            GroupMeasure measure = host.measures().get(owner);
            if (measure.completed() > 0) {
                latency(owner, measure);
            }
        }
        for (int owner = 0; owner < host.owners().size(); owner++) {
            cycles(owner);
        }
        return entries;
    }

    private void latency(int owner, GroupMeasure measure) {
        for (int slot = 0; slot < host.slots().size(); slot++) {
            long picos = measure.picos(slot);
            if (picos == 0) {
                continue;
            }
            Slots.Slot described = host.slots().get(slot);
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
        Occupancy occupancy = host.processors().occupancy();
        double total = 0;
        for (int slot = 0; slot < host.slots().size() && (forCore || inQueue); slot++) {
            total += forCore ? occupancy.forCore(owner, slot) : occupancy.inQueue(owner, slot);
        }
        if (total == 0) {
            add(latencyKey(measure, waited, ""), new Entry(milliseconds, 0));
            return;
        }
        for (int slot = 0; slot < host.slots().size(); slot++) {
            double share = (forCore ? occupancy.forCore(owner, slot) : occupancy.inQueue(owner, slot)) / total;
            if (share > 0) {
                Slots.Slot occupier = host.slots().get(slot);
                String name = share < SMALL ? "other" : occupier.place().word() + ": " + occupier.mechanism();
                add(latencyKey(measure, waited, name), new Entry(milliseconds * share, 0));
            }
        }
    }

    private void cycles(int owner) {
        for (int slot = 0; slot < host.slots().size(); slot++) {
            long picos = since.picos(host, owner, slot);
            if (picos > 0) {
                Slots.Slot described = host.slots().get(slot);
                LedgerKey key = new LedgerKey(
                        host.owners().name(owner),
                        LedgerKey.CYCLES,
                        described.place().word(),
                        described.mechanism(),
                        LedgerKey.SERVICE,
                        "",
                        "core-ms/s");
                double milliseconds = (double) picos / Time.PICOS_PER_MILLI / seconds;
                add(key, new Entry(milliseconds, since.count(host, owner, slot) / seconds));
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
