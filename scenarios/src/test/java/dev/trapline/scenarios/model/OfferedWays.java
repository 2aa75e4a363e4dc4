package dev.trapline.scenarios.model;

import dev.trapline.devicepath.ImageStage;
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

    /**
     * Each controller with each image format that its path can have and the first interface, and each other interface with the last
     * controller that is not the machine's: an emulated one, where there is any, which most systems have a driver for.
     */
    static List<Way> of(PlatformSpec platform, Mode mode) {
        Set<Way> ways = new LinkedHashSet<>();
        for (DeviceOffer disk : mode.disk()) {
            images(platform, disk).forEach(image -> ways.add(new Way(mode, mode.network().get(0), disk, image)));
        }
        List<DeviceOffer> disks = mode.disk().stream().filter(disk -> !disk.model().equals("pass-through")).toList();
        DeviceOffer last = disks.get(disks.size() - 1);
        mode.network().stream().skip(1).forEach(nic -> ways.add(new Way(mode, nic, last, images(platform, last).get(0))));
        return List.copyOf(ways);
    }

    /** Guests have the first that ask for none, also where the controller's path has no place for any. */
    private static List<String> images(PlatformSpec platform, DeviceOffer disk) {
        List<String> images = List.copyOf(platform.images().keySet());
        if (images.isEmpty()) {
            return List.of("");
        }
        return hasImages(platform, disk) ? images : images.subList(0, 1);
    }

    /** What a guest asks for to get it. */
    static DeviceWishes wishes(PlatformSpec platform, Way way) {
        String image = hasImages(platform, way.disk()) ? way.image() : "";
        return new DeviceWishes(way.nic().model(), way.disk().model(), image, "", 0);
    }

    private static boolean hasImages(PlatformSpec platform, DeviceOffer disk) {
        return ImageStage.isAmong(platform.paths().get(disk.path()).getOrDefault("request", List.of()));
    }

    /** The last devices that a platform offers: emulated ones, where it has any. */
    static DeviceWishes last(PlatformSpec platform) {
        return new DeviceWishes(last(platform, Mode::network), last(platform, Mode::disk), "", "", 0);
    }

    private static String last(PlatformSpec platform, Function<Mode, List<DeviceOffer>> offered) {
        List<DeviceOffer> offers = offered.apply(platform.modes().get(platform.modes().size() - 1));
        return offers.get(offers.size() - 1).model();
    }
}
