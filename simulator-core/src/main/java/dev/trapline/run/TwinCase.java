package dev.trapline.run;

import dev.trapline.queueing.ClosedNetwork;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A platform at a point, before formulas are asked.
 *
 * @param load empty where the workload has no requests that queue, or more than the first group of guests would
 * @param obstacles what keeps it from a solution, as far as that is known
 */
record TwinCase(PointSpec point, PlatformSpec platform, Optional<LoadShape> load, List<String> obstacles) {
    static TwinCase of(PointSpec point, PlatformSpec platform) {
        GuestSpec guest = point.guests().get(0);
        if (point.hosts().size() > 1) {
            return new TwinCase(point, platform, Optional.empty(), List.of("there are several hosts"));
        }
        if (point.guests().size() > 1) {
            return new TwinCase(point, platform, Optional.empty(), List.of("there are several guest groups"));
        }
        Optional<LoadShape> load = LoadShape.of(guest.workload());
        return new TwinCase(point, platform, load, load.map(it -> obstacles(point, guest, it))
                .orElse(List.of("a workload of the kind '" + guest.workload().kind() + "' has no requests that come and queue")));
    }

    private static List<String> obstacles(PointSpec point, GuestSpec guest, LoadShape load) {
        List<String> obstacles = new ArrayList<>(Reach.obstacles(point.machine(), guest, load));
        if (Reach.everyRequestHasItsVcpu(guest, load) && guest.count() * load.clients() > ClosedNetwork.MOST_CUSTOMERS) {
            obstacles.add("there are more than " + ClosedNetwork.MOST_CUSTOMERS + " customers");
        }
        return obstacles;
    }

    GuestSpec guest() {
        return point.guests().get(0);
    }

    /** Equal where one request alone is the same, whatever the number of guests and clients. */
    String alone() {
        GuestSpec guest = guest();
        return new RecordDigest()
                .add(point.machine())
                .add(platform)
                .add(guest.with(guest.os(), LoadShape.alone(guest.workload())).with(1, guest.devices()))
                .text();
    }
}
