package dev.trapline.virtualization;

import dev.trapline.spec.Basis;
import dev.trapline.spec.Cost;
import dev.trapline.spec.CostBook;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Costs in whole cycles, the same at every place, and prices put into words. */
final class Purse implements PlaceCosts {
    final Slots slots = new Slots();
    private final Map<String, Cost> costs = new LinkedHashMap<>();

    Purse with(String name, long cycles) {
        long milli = cycles * 1000;
        costs.put(name, new Cost("test", name, milli, milli, milli, Basis.MEASURED, "test", "", ""));
        return this;
    }

    @Override
    public CostLookup at(Place place) {
        return new CostLookup("test", List.of(new CostBook(costs)));
    }

    Pricing pricing(Technique cpu, Technique memory) {
        return new Pricing(cpu, memory, this, slots);
    }

    /** {@code hypervisor exit 900 x1}, one entry for each part of a price. */
    List<String> words(Price price) {
        return price.items().stream()
                .map(item -> slots.get(item.slot()).place().word() + " " + slots.get(item.slot()).mechanism() + " "
                        + item.milliCycles() / 1000 + " x" + item.times())
                .toList();
    }
}
