package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * The devices that a guest asks for. What is empty is left to the platform.
 *
 * @param nic the model of its network interface
 * @param controller the model of its disk controller
 * @param image the format of its disk's file
 * @param hostCache how its disk's file is opened
 * @param allocated the part of a growing file's blocks that there are to begin with, 0 to 1
 */
public record DeviceWishes(String nic, String controller, String image, String hostCache, double allocated) {
    public static final DeviceWishes NONE = new DeviceWishes("", "", "", "", 0);

    /** The key {@code nic} of a guest. */
    public static final Shape.Fields NIC = Shape.fields(
            "nic",
            "A guest's network interface.",
            Shape.optional(
                    "model",
                    models(DeviceModels.NICS),
                    DeviceModels.AUTOMATIC,
                    "Its model; automatic: the first of the platform's for which the operating system has a driver."));

    /** The key {@code disk} of a guest. */
    public static final Shape.Fields DISK = Shape.fields(
            "disk",
            "A guest's disk.",
            Shape.optional(
                    "controller",
                    models(DeviceModels.CONTROLLERS),
                    DeviceModels.AUTOMATIC,
                    "The model of its controller; automatic: the first of the platform's for which the operating system has a driver."),
            Shape.optional(
                    "image",
                    models(DeviceModels.IMAGES),
                    DeviceModels.AUTOMATIC,
                    "The format of the file that it is on the host, which lies on a part of the machine's disk; automatic: what the"
                            + " platform's first format costs, on all of the machine's disk."),
            Shape.optional(
                    "host-cache",
                    models(HostCacheSpec.MODES),
                    DeviceModels.AUTOMATIC,
                    "How the host opens that file: past its cache, or through it, where a write ends on the disk or in the cache;"
                            + " automatic: the platform's first."),
            Shape.optional(
                    "allocated",
                    Shape.ratio(),
                    0.0,
                    "Of a dynamic or differencing file: the part of its blocks, from the first on, that there are to begin with."));

    private static Shape models(List<String> names) {
        List<String> words = new ArrayList<>(names);
        words.add(0, DeviceModels.AUTOMATIC);
        return new Shape.Choice(words);
    }

    /** Those of a guest. */
    public static DeviceWishes of(Values guest) {
        return new DeviceWishes(
                wish(guest.values("nic"), "model"),
                wish(guest.values("disk"), "controller"),
                wish(guest.values("disk"), "image"),
                wish(guest.values("disk"), "host-cache"),
                guest.optional("disk").map(disk -> disk.number("allocated")).orElse(0.0));
    }

    private static String wish(Values device, String key) {
        String word = device.text(key, DeviceModels.AUTOMATIC);
        return word.equals(DeviceModels.AUTOMATIC) ? "" : word;
    }
}
