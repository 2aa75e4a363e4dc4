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
 */
public record DeviceWishes(String nic, String controller) {
    public static final DeviceWishes NONE = new DeviceWishes("", "");

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
                    "The model of its controller; automatic: the first of the platform's for which the operating system has a driver."));

    private static Shape models(List<String> names) {
        List<String> words = new ArrayList<>(names);
        words.add(0, DeviceModels.AUTOMATIC);
        return new Shape.Choice(words);
    }

    /** Those of a guest. */
    public static DeviceWishes of(Values guest) {
        return new DeviceWishes(wish(guest.values("nic"), "model"), wish(guest.values("disk"), "controller"));
    }

    private static String wish(Values device, String key) {
        String word = device.text(key, DeviceModels.AUTOMATIC);
        return word.equals(DeviceModels.AUTOMATIC) ? "" : word;
    }
}
