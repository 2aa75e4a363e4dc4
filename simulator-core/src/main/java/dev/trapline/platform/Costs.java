package dev.trapline.platform;

import dev.trapline.spec.CostBook;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.virtualization.PlaceCosts;
import dev.trapline.work.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The books in which code at each place finds its costs: the mode's, the platform's, its operating system's, the CPU's. */
final class Costs implements PlaceCosts {
    private final Map<Place, CostLookup> lookups = new EnumMap<>(Place.class);

    /** @param mode the costs of the guest's mode, which go before all others */
    Costs(PlatformSpec platform, CostBook mode, OperatingSystemSpec guestOs, MachineSpec machine) {
        for (Place place : Place.values()) {
            List<CostBook> books = new ArrayList<>();
            books.add(mode);
            books.add(platform.costs());
            switch (place) {
                case DRIVER_DOMAIN -> platform.driverDomain().ifPresent(domain -> books.add(domain.os().costs()));
                case HOST_KERNEL, HOST_PROCESS -> platform.hostOs().ifPresent(os -> books.add(os.costs()));
                default -> books.add(guestOs.costs());
            }
            books.add(machine.cpu().costs());
            lookups.put(place, new CostLookup(platform.fullName() + ", at " + place.word(), books));
        }
    }

    @Override
    public CostLookup at(Place place) {
        return lookups.get(place);
    }
}
