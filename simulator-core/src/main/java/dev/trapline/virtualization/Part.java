package dev.trapline.virtualization;

import dev.trapline.spec.Cost;
import dev.trapline.work.Place;

/** A part of an operation's price: where it is paid, why, and how much. */
public record Part(Place place, String mechanism, Cost cost) {}
