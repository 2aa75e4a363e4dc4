package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.spec.Charge;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.virtualization.HardwareAssist;
import dev.trapline.virtualization.Part;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Place;
import java.util.List;
import java.util.Optional;

/** Code that runs at a place: so many cycles for each operation, byte or batch. */
final class WorkStage implements Stage {
    static final Component<Stage> COMPONENT = new Component<>(
            "stage",
            "Code that runs at a place, for each operation, packet or batch and for each byte.",
            "",
            List.of(
                    Shape.required("stage", Shape.text(), "What the code does."),
                    Shape.required("at", Charge.PLACE, "Where it runs."),
                    Shape.optional("cost", Shape.text(), null, "The name of the cost of one occurrence; exit: all that an exit costs."),
                    Shape.optional(
                            "datagram-cost",
                            Shape.text(),
                            null,
                            "The name of the cost of one occurrence for a UDP datagram; absent: what others cost."),
                    Shape.optional("times", Shape.count(0, 1_000_000), 1L, "Occurrences."),
                    Shape.optional(
                            "per",
                            Shape.choice("operation", "packet", "batch"),
                            "operation",
                            "What the occurrences are for; an operation of the network is a packet, or a segment of several."),
                    Shape.optional("per-byte", Shape.text(), null, "The name of the cost of each byte on top."),
                    Shape.optional("mechanism", Shape.text(), null, "Why, in ledgers; else the stage's own name."),
                    Shape.optional("executor", Shape.text(), null, "Who runs it; absent: whoever brings the operation."),
                    Shape.optional(
                            "each-crosses",
                            Shape.flag(),
                            false,
                            "Hosted: each occurrence is a visit to the host's world of its own.")),
            WorkStage::new);

    private final Values values;

    private WorkStage(Values values) {
        this.values = values;
    }

    @Override
    public void addTo(RouteBuilder route) {
        Place place = Place.of(values.text("at"));
        CostLookup costs = route.surroundings().costs(place);
        int slot = route.surroundings().slots().service(place, values.text("mechanism", values.text("stage")));
        int back = values.flag("each-crosses")
                ? route.surroundings().slots().service(Place.HYPERVISOR, "emulation")
                : -1;
        route.executedBy(values.has("executor") ? Optional.of(values.text("executor")) : Optional.empty());
        if (values.text("cost", "").equals(Pricing.EXIT)) {
            exits(route, place, costs);
            return;
        }
        long cost = values.has("cost") ? costs.get(values.text("cost")).milli() : 0;
        route.work(new StagePrice(
                slot,
                cost,
                values.has("datagram-cost") ? costs.get(values.text("datagram-cost")).milli() : cost,
                values.has("cost") ? values.count("times") : 0,
                values.has("per-byte") ? costs.get(values.text("per-byte")).milli() : 0,
                StagePrice.Per.of(values.text("per")),
                back));
    }

    /** All that an exit costs, each part for its own reason. */
    private void exits(RouteBuilder route, Place place, CostLookup costs) {
        for (Part part : HardwareAssist.exit(costs)) {
            int slot = route.surroundings().slots().service(place, part.mechanism());
            route.work(StagePrice.alike(
                    slot, part.cost().milli(), values.count("times"), 0, StagePrice.Per.of(values.text("per")), -1));
        }
    }
}
