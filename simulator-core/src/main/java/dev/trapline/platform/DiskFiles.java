package dev.trapline.platform;

import dev.trapline.declare.Values;
import dev.trapline.devicepath.ImageStage;
import dev.trapline.guest.Guest;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.ImageFile;
import dev.trapline.hardware.ImageFormat;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the disks of guests lie. A disk of the machine is the guest's as a whole unless it asks for an image format; then each
 * guest's file has a part of the machine's disk, all of one size, and the first part is that of the files which differencing
 * ones have as their parent.
 */
final class DiskFiles {
    private final Host host;
    private final List<GuestSpec> groups;

    DiskFiles(Host host, List<GuestSpec> groups) {
        this.host = host;
        this.groups = groups;
    }

    /** The stages of a disk's path by part, with those of the format of the guest's disk in their place. */
    static Map<String, List<Values>> stages(Map<String, List<Values>> path, PlatformSpec platform, Way way) {
        Map<String, List<Values>> image = platform.images().get(way.image());
        Map<String, List<Values>> stages = new LinkedHashMap<>();
        path.forEach((part, listed) ->
                stages.put(part, ImageStage.with(listed, image == null ? List.of() : image.getOrDefault(part, List.of()))));
        return stages;
    }

    /** @param number the guest's number among all of the machine */
    BlockDevice of(Guest guest, int number, Way way) {
        BlockDevice disk = host.disks().get(number % host.disks().size());
        DeviceWishes wishes = guest.spec().devices();
        if (wishes.image().isEmpty() || !way.image().equals(wishes.image())) {
            return disk;
        }
        ImageFormat format = ImageFormat.of(way.image());
        if (format == ImageFormat.PASS_THROUGH) {
            return disk;
        }
        int guests = groups.stream().mapToInt(GuestSpec::count).sum();
        long part = disk.capacityBytes() / (guests + 1);
        ImageFile file = new ImageFile(
                guest.name() + " disk", disk, format, (number + 1) * part, part, 0, wishes.allocated(), host.simulation());
        host.add(file);
        return file;
    }
}
