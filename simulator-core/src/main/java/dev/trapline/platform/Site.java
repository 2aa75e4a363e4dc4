package dev.trapline.platform;

import dev.trapline.engine.Simulation;
import dev.trapline.work.Slots;
import dev.trapline.workload.GroupMeasure;
import dev.trapline.workload.Services;
import dev.trapline.workload.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One or several hosts with their guests in one simulation, ready to run: what a {@link SiteAssembly} makes. */
public final class Site {
    private final Simulation simulation = new Simulation();
    private final Slots slots = new Slots();
    private final Owners owners;
    private final Services services = new Services();
    private final List<Host> hosts = new ArrayList<>();
    private final List<GroupMeasure> measures = new ArrayList<>();
    private final List<List<Workload.Run>> runs = new ArrayList<>();

    Site(List<String> groups) {
        owners = new Owners(groups);
        for (String group : groups) {
            measures.add(new GroupMeasure(group));
            runs.add(new ArrayList<>());
        }
    }

    public Simulation simulation() {
        return simulation;
    }

    public Slots slots() {
        return slots;
    }

    public Owners owners() {
        return owners;
    }

    /** The hosts that have guests. */
    public List<Host> hosts() {
        return Collections.unmodifiableList(hosts);
    }

    /** The only host. */
    public Host onlyHost() {
        if (hosts.size() != 1) {
            throw new IllegalStateException("there are " + hosts.size() + " hosts");
        }
        return hosts.get(0);
    }

    /** The measure of each guest group, by its number. */
    public List<GroupMeasure> measures() {
        return Collections.unmodifiableList(measures);
    }

    /** Whether every workload that has an end has reached it; false while one has none. */
    public boolean isFinished() {
        for (int group = 0; group < owners.groups(); group++) {
            if (!isFinished(group)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every guest of a group has done all that it was to do. */
    public boolean isFinished(int group) {
        List<Workload.Run> all = runs.get(group);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isFinished()) {
                return false;
            }
        }
        return true;
    }

    /** Spins that platforms have ended so far in guests of a group. */
    public long spinExits(int group) {
        long exits = 0;
        for (Host host : hosts) {
            exits += host.spinExits(group);
        }
        return exits;
    }

    /** Throws if time, contexts, ledgers or requests do not add up. */
    public void checkConservation() {
        hosts.forEach(Host::checkConservation);
        measures.forEach(measure -> measure.checkConservation(simulation.now()));
    }

    Services services() {
        return services;
    }

    void add(Host host) {
        hosts.add(host);
    }

    void add(int group, Workload.Run run) {
        runs.get(group).add(run);
    }
}
