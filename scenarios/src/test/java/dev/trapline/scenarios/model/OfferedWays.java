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

    /** Each interface, controller and image format with one of the others in turn. */
    static List<Way> of(PlatformSpec platform, Mode mode) {
        Set<Way> ways = new LinkedHashSet<>();
        for (int i = 0; i < Math.max(platform.images().size(), Math.max(mode.network().size(), mode.disk().size())); i++) {
            ways.add(new Way(mode, mode.network().get(i % mode.network().size()), mode.disk().get(i % mode.disk().size()), image(platform, i)));
        }
        return List.copyOf(ways);
    }

    private static String image(PlatformSpec platform, int number) {
        List<String> images = List.copyOf(platform.images().keySet());
        return images.isEmpty() ? "" : images.get(number % images.size());
    }

    static DeviceWishes wishes(Way way) {
        return new DeviceWishes(way.nic().model(), way.disk().model(), way.image(), 0);
    }

    /** The last devices that a platform offers: emulated ones, where it has any. */
    static DeviceWishes last(PlatformSpec platform) {
        return new DeviceWishes(last(platform, Mode::network), last(platform, Mode::disk), "", 0);
    }

    private static String last(PlatformSpec platform, Function<Mode, List<DeviceOffer>> offered) {
        List<DeviceOffer> offers = offered.apply(platform.modes().get(platform.modes().size() - 1));
        return offers.get(offers.size() - 1).model();
    }
}
