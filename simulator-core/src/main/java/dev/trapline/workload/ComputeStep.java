package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.random.Distribution;
import dev.trapline.spec.CostBook;
import dev.trapline.spec.MixSpec;
import dev.trapline.virtualization.Demand;
import dev.trapline.virtualization.Operation;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Price;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program computes: native cycles, drawn for each request, with an operation mix or exact counts of operations, and
 * with critical sections under a lock of the guest. Where memory is nearer to some cores than to others it computes in
 * pieces of a millisecond at most, so that moving to another core tells.
 */
final class ComputeStep implements Step {
    private static final MixSpec PURE = new MixSpec("pure", new CostBook(new LinkedHashMap<>()));

    static final Component<StepFactory> COMPONENT = new Component<>(
            "compute",
            "The program computes.",
            "",
            List.of(
                    Shape.required(
                            "compute", new Shape.Draws(Dimension.CYCLES, 0, 9e18), "Native cycles, those of the mix excluded."),
                    Shape.optional("mix", Shape.text(), null, "The name of the operation mix among `mixes`; absent: none."),
                    Counts.KEY,
                    Sections.KEY),
            ComputeStep::of);

    private final int number;
    private final Distribution milliCycles;
    private final Demand demand;
    private final Price counted;
    private final Price countedRemotely;
    private final Sections sections;
    private final boolean nearMemory;
    private boolean begun;
    private long left;

    private ComputeStep(
            int number, Values values, Distribution milliCycles, Setting setting, Map<String, MixSpec> mixes) {
        this.number = number;
        this.milliCycles = milliCycles;
        Pricing pricing = setting.guest().pricing();
        demand = pricing.demand(mix(values, mixes));
        Values counts = values.values("counts");
        counted = Counts.price(counts, pricing);
        String access = Operation.MEMORY_ACCESS.word();
        countedRemotely = counts.has(access) ? pricing.remoteAccess().repeated(counts.count(access)) : Price.FREE;
        sections = values.has("lock") ? Sections.of(number, values.values("lock"), setting) : null;
        nearMemory = setting.guest().vcpuOf(0).memory() != null && demand.isNearMemory();
    }

    /** One distribution serves all tasks of all guests. */
    private static StepFactory of(Values values) {
        Distribution milliCycles = Drawn.of(values.draws("compute"));
        return (number, setting, mixes) -> new ComputeStep(number, values, milliCycles, setting, mixes);
    }

    private static MixSpec mix(Values values, Map<String, MixSpec> mixes) {
        MixSpec mix = values.has("mix") ? mixes.get(values.text("mix")) : PURE;
        if (mix == null) {
            throw new IllegalArgumentException("no operation mix '" + values.text("mix") + "' among " + mixes.keySet());
        }
        return mix;
    }

    @Override
    public Next begin(Worker worker) {
        boolean first = !begun;
        if (first) {
            draw(worker);
        } else if (sections != null) {
            Next section = sections.works();
            if (section != Next.GOES_ON) {
                worker.again();
                return section;
            }
        }
        begun = computes(worker);
        if (first) {
            operates(worker);
        }
        if (begun) {
            worker.again();
        }
        return Next.WORKS;
    }

    private void draw(Worker worker) {
        Request request = worker.request();
        left = (long) milliCycles.sample(worker.setting().drawsOf(request.client(), request.index(), number));
        if (sections != null) {
            sections.begin(worker);
        }
    }

    private void operates(Worker worker) {
        counted.appendTo(worker.pays(), worker.piece());
        if (!countedRemotely.isFree()) {
            countedRemotely.appendTo(worker.pays(), worker.piece(), worker.remoteShare());
        }
    }

    /** Writes what it computes without a break; true if something follows. */
    private boolean computes(Worker worker) {
        long piece = left;
        if (nearMemory) {
            piece = Math.min(piece, milliCyclesOfOneMillisecond(worker));
        }
        if (sections != null) {
            piece = Math.min(piece, sections.until());
            sections.computes(piece);
        }
        left -= piece;
        demand.appendTo(worker.pays(), worker.piece(), piece);
        if (nearMemory) {
            demand.appendRemote(worker.pays(), worker.piece(), piece, worker.remoteShare());
        }
        return left > 0 || sections != null && sections.until() <= 0;
    }

    private static long milliCyclesOfOneMillisecond(Worker worker) {
        return worker.pays().hertz();
    }
}
