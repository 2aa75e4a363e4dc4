package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.random.Distribution;
import dev.trapline.spec.CostBook;
import dev.trapline.spec.MixSpec;
import dev.trapline.virtualization.Demand;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Price;
import java.util.LinkedHashMap;
import java.util.List;

/** The program computes: native cycles, drawn for each request, with an operation mix or exact counts of operations. */
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
                    Counts.KEY),
            values -> (number, setting, mixes) -> {
                MixSpec mix = values.has("mix") ? mixes.get(values.text("mix")) : PURE;
                if (mix == null) {
                    throw new IllegalArgumentException("no operation mix '" + values.text("mix") + "' among " + mixes.keySet());
                }
                Pricing pricing = setting.guest().pricing();
                return new ComputeStep(
                        number,
                        Drawn.of(values.draws("compute")),
                        pricing.demand(mix),
                        Counts.price(values.values("counts"), pricing));
            });

    private final int number;
    private final Distribution milliCycles;
    private final Demand demand;
    private final Price counted;

    private ComputeStep(int number, Distribution milliCycles, Demand demand, Price counted) {
        this.number = number;
        this.milliCycles = milliCycles;
        this.demand = demand;
        this.counted = counted;
    }

    @Override
    public Next begin(Worker worker) {
        Request request = worker.request();
        double drawn = milliCycles.sample(worker.setting().drawsOf(request.client(), request.index(), number));
        demand.appendTo(worker.pays(), worker.piece(), (long) drawn);
        counted.appendTo(worker.pays(), worker.piece());
        return Next.WORKS;
    }
}
