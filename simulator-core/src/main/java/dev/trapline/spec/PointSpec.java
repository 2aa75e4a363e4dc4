package dev.trapline.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One concrete combination of the scenario's varied values.
 *
 * @param index its place in the grid
 * @param at the varied key paths and the values they have here, as written
 * @param hosts one or several
 * @param networkPicos what a packet from host to host takes on top of what its sender's interface says
 * @param platforms every platform and every variant of it that runs here
 */
public record PointSpec(
        int index,
        Map<String, String> at,
        List<HostSpec> hosts,
        long networkPicos,
        List<PlatformSpec> platforms,
        List<GuestSpec> guests) {

    /** One with a single host. */
    public static PointSpec of(
            int index, Map<String, String> at, MachineSpec machine, List<PlatformSpec> platforms, List<GuestSpec> guests) {
        return new PointSpec(index, at, List.of(HostSpec.only(machine)), 0, platforms, guests);
    }

    /** The machine of the only host, or of the first. */
    public MachineSpec machine() {
        return hosts.get(0).machine();
    }

    /** The platforms under comparison and those that hosts always have. */
    public List<PlatformSpec> allPlatforms() {
        List<PlatformSpec> all = new ArrayList<>(platforms);
        hosts.forEach(host -> host.platform().ifPresent(all::add));
        return all;
    }

    /** What of each guest group is placed on a host, groups with nothing there left out. */
    public List<GuestSpec> guestsOn(HostSpec host) {
        return guests.stream()
                .filter(guest -> guest.countOn(host.name()) > 0)
                .map(guest -> guest.with(guest.countOn(host.name()), guest.devices()))
                .toList();
    }

    /** The host of a group's first guest. */
    public HostSpec hostOf(GuestSpec guest) {
        return hosts.stream().filter(host -> guest.isOn(host.name(), 0)).findFirst().orElseThrow();
    }
}
