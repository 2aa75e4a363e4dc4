package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A device that a mode offers its guests, and the path that serves it.
 *
 * @param model one of {@link DeviceModels}; empty: every guest has this and no other
 * @param driver what a guest's operating system needs for it; empty: nothing that not all have
 * @param path the name of the path
 */
public record DeviceOffer(String model, String driver, String path) {

    /** A path alone is for every guest; a list names device models, the first for which a guest has the driver is what it gets unasked. */
    static Shape shape(String what, List<String> models) {
        Shape offer = Shape.fields(
                "device-model",
                "A device model that guests are offered, and the path that serves it.",
                Shape.required("model", new Shape.Choice(models), "The " + what + "'s model."),
                Shape.optional("driver", Shape.text(), null, "The driver that a guest needs for it; absent: one of the model's name."),
                Shape.required("path", Shape.text(), "The name of the path."));
        return Shape.either(Shape.text(), new Shape.ListOf(offer, "model"));
    }

    static List<DeviceOffer> list(Values mode, String name) {
        if (mode.get(name) instanceof String path) {
            return List.of(new DeviceOffer("", "", path));
        }
        return mode.list(name, Values.class).stream()
                .map(offer -> new DeviceOffer(
                        offer.text("model"), offer.text("driver", offer.text("model")), offer.text("path")))
                .toList();
    }

    /** Whether it is what a guest asked for; one that is for all is. */
    public boolean answers(String wish) {
        return wish.isEmpty() || model.isEmpty() || model.equals(wish);
    }

    public boolean drivenBy(OperatingSystemSpec os) {
        return driver.isEmpty() || os.drivers().contains(driver);
    }
}
