package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.spec.Charge;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import java.util.List;

/** Tells the executor of the next stage that there is work, unless it is awake. */
final class NotifyStage implements Stage {
    static final Component<Stage> COMPONENT = new Component<>(
            "notify",
            "Tells the executor of the next stage that there is work for it.",
            "",
            List.of(
                    Shape.required("notify", Shape.text(), "By what: event channel, VMBus signal, interrupt, wake-up."),
                    Shape.optional("at", Charge.PLACE, "hypervisor", "Where the sender pays."),
                    Shape.optional("cost", Shape.text(), null, "The name of the cost to the sender."),
                    Shape.optional("times", Shape.count(0, 1000), 1L, "How often the sender pays it."),
                    Shape.optional("mechanism", Shape.text(), "notification", "Why, in ledgers."),
                    Shape.optional(
                            "unless", Shape.choice("awake", "never"), "awake", "When the sender need not: the receiver is awake."),
                    Shape.optional("deliver", Shape.text(), null, "The event that is charged to the receiver when it wakes.")),
            NotifyStage::new);

    private final Values values;

    private NotifyStage(Values values) {
        this.values = values;
    }

    @Override
    public void addTo(RouteBuilder route) {
        Surroundings surroundings = route.surroundings();
        Price delivery = values.has("deliver") ? surroundings.event(values.text("deliver")) : Price.FREE;
        boolean always = values.text("unless").equals("never");
        route.tells(surroundings.slots().common(new WorkHop.Notification(sending(surroundings), delivery, always)));
    }

    private Price sending(Surroundings surroundings) {
        if (!values.has("cost")) {
            return Price.FREE;
        }
        Place place = Place.of(values.text("at"));
        int times = values.count("times");
        long milli = surroundings.costs(place).get(values.text("cost")).milli() * times;
        int slot = surroundings.slots().service(place, values.text("mechanism"));
        return surroundings.slots().common(Price.of(List.of(new Price.Item(slot, milli, times))));
    }
}
