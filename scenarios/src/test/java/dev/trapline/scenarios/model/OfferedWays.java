package dev.trapline.scenarios.model;

import dev.trapline.spec.DeviceOffer;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.Mode;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Way;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What guests of a platform can ask for. */
final class OfferedWays {
    private OfferedWays() {}

    /** One way for each device of a mode: each interface with one of the controllers in turn, and the other way round. */
    static List<Way> of(Mode mode) {
        Set<Way> ways = new LinkedHashSet<>();
        for (int i = 0; i < Math.max(mode.network().size(), mode.disk().size()); i++) {
            ways.add(new Way(mode, mode.network().get(i % mode.network().size()), mode.disk().get(i % mode.disk().size())));
        }
        return List.copyOf(ways);
    }

    static DeviceWishes wishes(Way way) {
        return new DeviceWishes(way.nic().model(), way.disk().model());
    }

    /** The last devices that a platform offers: emulated ones, where it has any. */
    static DeviceWishes last(PlatformSpec platform) {
        return new DeviceWishes(last(platform, Mode::network), last(platform, Mode::disk));
    }

    private static String last(PlatformSpec platform, Function<Mode, List<DeviceOffer>> offered) {
        List<DeviceOffer> offers = offered.apply(platform.modes().get(platform.modes().size() - 1));
        return offers.get(offers.size() - 1).model();
    }
}
