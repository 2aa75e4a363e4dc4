package dev.trapline.platform;

import dev.trapline.declare.Values;
import dev.trapline.devicepath.HostCacheStage;
import dev.trapline.devicepath.ImageStage;
import dev.trapline.spec.DeviceOffer;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostCacheSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whether a guest gets the devices that it asks for: a model that no mode for such guests offers cannot be had, and one for which
 * its operating system has no driver is replaced by one for which it has.
 */
final class OfferedDevices {
    private static final String MODEL = "device-model";
    private static final String DRIVER = "guest-drivers";
    private static final String IMAGE = "image-format";
    private static final String CACHE = "host-cache";

    private final PlatformSpec platform;
    private final GuestSpec guest;
    private final List<Mode> modes;
    private final Optional<Way> way;
    private final List<Violation> violations = new ArrayList<>();

    private OfferedDevices(PlatformSpec platform, GuestSpec guest, List<Mode> modes, Optional<Way> way) {
        this.platform = platform;
        this.guest = guest;
        this.modes = modes;
        this.way = way;
    }

    /** What stands against the devices of a guest for whom there are modes. */
    static List<Violation> check(PlatformSpec platform, MachineSpec machine, GuestSpec guest) {
        OfferedDevices devices = new OfferedDevices(
                platform, guest, Way.candidates(platform, machine, guest), platform.way(machine, guest));
        devices.check("network interface", guest.devices().nic(), Mode::network, Way::nic);
        devices.check("disk controller", guest.devices().controller(), Mode::disk, Way::disk);
        devices.together();
        devices.image();
        devices.hostCache();
        return devices.violations;
    }

    private void check(String what, String wish, Function<Mode, List<DeviceOffer>> offered, Function<Way, DeviceOffer> given) {
        if (modes.stream().noneMatch(mode -> Way.offersAny(offered.apply(mode), wish))) {
            add(MODEL, names(offered, DeviceOffer::model) + " as the " + what, wish, "", Violation.Weight.IMPOSSIBLE);
        } else if (modes.stream().noneMatch(mode -> offered.apply(mode).stream().anyMatch(offer -> offer.drivenBy(guest.os())))) {
            add(
                    DRIVER, "guests with a driver for a " + what + ": " + names(offered, DeviceOffer::driver), guest.os().title(),
                    "it has none of them", Violation.Weight.IMPOSSIBLE);
        } else if (way.isPresent() && !given.apply(way.get()).answers(wish)) {
            add(
                    DRIVER, "a " + what + " for which the guest has a driver", wish,
                    guest.os().title() + " has none and gets " + given.apply(way.get()).model() + " instead",
                    Violation.Weight.REPLACED);
        }
    }

    /** Each device may be had, but no mode offers both to such a guest. */
    private void together() {
        if (way.isEmpty() && violations.isEmpty()) {
            add(
                    MODEL, "other combinations of devices", guest.devices().nic() + " and " + guest.devices().controller(),
                    "no mode offers both", Violation.Weight.IMPOSSIBLE);
        }
    }

    /** A path that is for every guest takes no files of any format. */
    private void image() {
        String wish = guest.devices().image();
        if (wish.isEmpty() || way.isEmpty() || way.get().disk().model().isEmpty()) {
            return;
        }
        List<Values> stages = platform.paths().get(way.get().disk().path()).getOrDefault("request", List.of());
        if (!platform.images().containsKey(wish) || !ImageStage.isAmong(stages)) {
            String offered = ImageStage.isAmong(stages) ? String.join(", ", platform.images().keySet()) : "none it knows of";
            add(
                    IMAGE, "these formats of a disk's file: " + offered, wish, "nothing is simulated of others",
                    Violation.Weight.IMPOSSIBLE);
        }
    }

    /** How the host opens a disk's file is the product's to offer. */
    private void hostCache() {
        String wish = guest.devices().hostCache();
        if (wish.isEmpty() || wish.equals(HostCacheSpec.NONE) || way.isEmpty()) {
            return;
        }
        List<Values> stages = platform.paths().get(way.get().disk().path()).getOrDefault("request", List.of());
        List<String> modes = HostCacheStage.isAmong(stages)
                ? platform.hostCache().map(HostCacheSpec::modes).orElse(List.of(HostCacheSpec.NONE))
                : List.of(HostCacheSpec.NONE);
        if (!modes.contains(wish)) {
            add(CACHE, String.join(", ", modes), wish, "so the host opens a disk's file", Violation.Weight.IMPOSSIBLE);
        }
    }

    private String names(Function<Mode, List<DeviceOffer>> offered, Function<DeviceOffer, String> name) {
        Set<String> names = new TreeSet<>();
        modes.forEach(mode -> offered.apply(mode).forEach(offer -> names.add(name.apply(offer))));
        return String.join(", ", names);
    }

    private void add(String rule, String allowed, String asked, String text, Violation.Weight weight) {
        violations.add(new Violation(rule, guest.name(), allowed, asked, "", text, weight));
    }
}
