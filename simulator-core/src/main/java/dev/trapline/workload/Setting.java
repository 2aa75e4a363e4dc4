package dev.trapline.workload;

import dev.trapline.devicepath.GuestPorts;
import dev.trapline.engine.Simulation;
import dev.trapline.guest.Guest;
import dev.trapline.random.KeyedSource;

/**
 * Where one guest's workload runs.
 *
 * @param draws the guest's own stream; every draw is keyed by client, request and step
 */
public record Setting(Simulation simulation, Guest guest, GuestPorts ports, GroupMeasure measure, KeyedSource draws) {}
