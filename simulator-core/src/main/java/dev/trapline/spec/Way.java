package dev.trapline.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How a platform runs a guest: in which mode, with which of the devices that this offers.
 *
 * @param mode the first that is for such guests and offers what they ask for
 * @param image the format of the disk's file, or empty where the platform says nothing of formats
 */
public record Way(Mode mode, DeviceOffer nic, DeviceOffer disk, String image) {

    /**
     * The first mode whose conditions hold and that offers the devices asked for, to a guest that has the drivers. If there is none,
     * the first that offers them, where a device without a driver is replaced by the first that has one; empty if there is none either.
     */
    static Optional<Way> of(PlatformSpec platform, MachineSpec machine, GuestSpec guest) {
        List<Mode> modes = candidates(platform, machine, guest);
        return first(modes, guest, (offers, wish) -> driven(offers, wish, guest.os()))
                .or(() -> first(modes, guest, (offers, wish) -> offersAny(offers, wish) ? driven(offers, "", guest.os()) : Optional.empty()))
                .map(way -> way.with(image(platform, guest.devices().image())));
    }

    /** The modes that are for such guests on such a machine, whatever devices they ask for. */
    public static List<Mode> candidates(PlatformSpec platform, MachineSpec machine, GuestSpec guest) {
        return platform.modes().stream().filter(mode -> mode.when().holds(machine, guest.os(), guest.os().drivers())).toList();
    }

    private static String image(PlatformSpec platform, String wish) {
        return platform.images().containsKey(wish) ? wish : platform.images().keySet().stream().findFirst().orElse("");
    }

    private Way with(String format) {
        return new Way(mode, nic, disk, format);
    }

    private static Optional<Way> first(
            List<Mode> modes, GuestSpec guest, BiFunction<List<DeviceOffer>, String, Optional<DeviceOffer>> choice) {
        for (Mode mode : modes) {
            Optional<DeviceOffer> nic = choice.apply(mode.network(), guest.devices().nic());
            Optional<DeviceOffer> disk = choice.apply(mode.disk(), guest.devices().controller());
            if (nic.isPresent() && disk.isPresent()) {
                return Optional.of(new Way(mode, nic.get(), disk.get(), ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<DeviceOffer> driven(List<DeviceOffer> offers, String wish, OperatingSystemSpec os) {
        return offers.stream().filter(offer -> offer.answers(wish) && offer.drivenBy(os)).findFirst();
    }

    /** Whether a device of the model asked for is among those offered. */
    public static boolean offersAny(List<DeviceOffer> offers, String wish) {
        return offers.stream().anyMatch(offer -> offer.answers(wish));
    }

    /** The drivers that the guest uses. */
    public List<String> driversInUse() {
        return Stream.of(nic.driver(), disk.driver()).filter(driver -> !driver.isEmpty()).toList();
    }

    /** The mode's title and the devices. */
    public String title() {
        List<String> parts = new ArrayList<>(List.of(mode.title()));
        if (!nic.model().isEmpty()) {
            parts.add("network " + nic.model());
        }
        if (!disk.model().isEmpty()) {
            parts.add("disk " + disk.model());
        }
        if (!image.isEmpty()) {
            parts.add("image " + image);
        }
        return String.join(", ", parts);
    }
}
