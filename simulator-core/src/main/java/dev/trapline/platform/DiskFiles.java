package dev.trapline.platform;

import dev.trapline.declare.Values;
import dev.trapline.devicepath.HostCacheStage;
import dev.trapline.devicepath.ImageStage;
import dev.trapline.guest.Guest;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.HostCache;
import dev.trapline.hardware.ImageFile;
import dev.trapline.hardware.ImageFormat;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostCacheSpec;
import dev.trapline.spec.ImageLayout;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The stages of a disk's path by part, with those of its format and of the host's cache in their places. */
    static Map<String, List<Values>> stages(
            Map<String, List<Values>> path, PlatformSpec platform, Way way, DeviceWishes wishes) {
        Map<String, List<Values>> image = platform.images().get(way.image());
        Optional<HostCacheSpec> cache = cache(platform, wishes);
        Map<String, List<Values>> stages = new LinkedHashMap<>();
        path.forEach((part, listed) -> {
            List<Values> all = ImageStage.with(listed, image == null ? List.of() : image.getOrDefault(part, List.of()));
            stages.put(part, cache.isPresent() ? HostCacheStage.with(all, cache.get().request()) : HostCacheStage.without(all));
        });
        return stages;
    }

    /** The host's cache, if a guest's disk goes through it. */
    private static Optional<HostCacheSpec> cache(PlatformSpec platform, DeviceWishes wishes) {
        return platform.hostCache().filter(cache -> !cache.mode(wishes.hostCache()).equals(HostCacheSpec.NONE));
    }

    /** @param number the guest's number among all of the machine */
    BlockDevice of(Guest guest, int number, Way way) {
        int index = number % host.disks().size();
        BlockDevice disk = host.disks().get(index);
        DeviceWishes wishes = guest.spec().devices();
        boolean isFile = !wishes.image().isEmpty() && way.image().equals(wishes.image())
                && ImageFormat.of(way.image()) != ImageFormat.PASS_THROUGH;
        BlockDevice seen = cached(disk, isFile ? index : host.disks().size() + number, way, wishes);
        if (!isFile) {
            return seen;
        }
        int guests = groups.stream().mapToInt(GuestSpec::count).sum();
        long part = disk.capacityBytes() / (guests + 1);
        ImageFile file = new ImageFile(
                guest.name() + " disk", seen, ImageFormat.of(way.image()),
                host.platform().imageLayouts().getOrDefault(way.image(), ImageLayout.VHD), (number + 1) * part, part, 0,
                wishes.allocated(), host.simulation());
        host.add(file);
        return file;
    }

    /** Files of one disk share its pages; a guest that has no file on it has pages of its own. */
    private BlockDevice cached(BlockDevice disk, int space, Way way, DeviceWishes wishes) {
        Optional<HostCacheSpec> spec = cache(host.platform(), wishes);
        List<Values> request = host.platform().paths().get(way.disk().path()).getOrDefault("request", List.of());
        if (spec.isEmpty() || !HostCacheStage.isAmong(request)) {
            return disk;
        }
        boolean writeBack = spec.get().mode(wishes.hostCache()).equals(HostCacheSpec.WRITE_BACK);
        return host.cache(() -> cache(spec.get())).before(disk, space, writeBack);
    }

    private HostCache cache(HostCacheSpec spec) {
        long bytes = spec.bytes().orElseGet(this::unusedBytes);
        return new HostCache(
                "host cache",
                new HostCache.Terms(
                        bytes, spec.wakeUpPicos(), spec.agePicos(), (long) (bytes * spec.background()), (long) (bytes * spec.limit())),
                host.simulation());
    }

    /** What neither the host nor guests have of the machine's memory. */
    private long unusedBytes() {
        Admission admission = new Admission(host.platform());
        double bytes = admission.available(host.machine());
        for (GuestSpec group : groups) {
            bytes -= group.count() * (group.memoryBytes() + admission.overhead(group));
        }
        return (long) Math.max(0, bytes);
    }
}
