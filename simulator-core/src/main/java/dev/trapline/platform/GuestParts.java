package dev.trapline.platform;

import dev.trapline.devicepath.GuestPorts;
import dev.trapline.guest.Guest;
import dev.trapline.spec.Way;

/**
 * One guest with what belongs to it on a platform.
 *
 * @param number its number among all guests of the machine
 * @param way how it is run
 */
record GuestParts(Guest guest, int number, Way way, GuestPorts ports, Costs costs) {}
