package dev.trapline.virtualization;

import dev.trapline.work.Place;

/** Where code that runs at a place finds its costs: the platform's, and those of the operating system that owns the place. */
@FunctionalInterface
public interface PlaceCosts {
    CostLookup at(Place place);
}
