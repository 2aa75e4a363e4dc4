package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Components;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.BlockDeviceModel;
import dev.trapline.hardware.DeviceMaker;
import dev.trapline.hardware.DeviceModel;
import dev.trapline.hardware.NicModel;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.DeviceSpec;
import java.util.List;

/** What a machine takes for its disks must store something, and so must what a device consists of; interfaces must be such. */
final class DeviceRules {
    private final Components<DeviceModel> models;
    private final Problems problems;

    DeviceRules(Components<DeviceModel> models, Problems problems) {
        this.models = models;
        this.problems = problems;
    }

    /** Checks an entry whose form is right. */
    void check(Entry entry, String path) {
        if (entry.kind() == CatalogueKind.MACHINES) {
            items(entry, path, "disks", BlockDeviceModel.class, "a disk");
            items(entry, path, "nics", NicModel.class, "a network interface");
        } else if (entry.kind() == CatalogueKind.DEVICES) {
            parts(entry, path);
        }
    }

    private void items(Entry machine, String path, String key, Class<? extends DeviceModel> wanted, String what) {
        List<Entry> devices = machine.values().list(key, Entry.class);
        for (int i = 0; i < devices.size(); i++) {
            if (!isA(wanted, devices.get(i))) {
                List<LocatedNode> items = ((Sequence) machine.tree().entries().get(key).value()).items();
                refuse(items.get(i), path, key, devices.get(i), what);
            }
        }
    }

    private void parts(Entry device, String path) {
        int before = problems.count();
        Mapping tree = device.tree();
        for (String key : device.values().names()) {
            if (device.values().get(key) instanceof Entry part && !isA(BlockDeviceModel.class, part)) {
                refuse(tree.entries().get(key).value(), path, key, part, "a disk");
            }
        }
        if (problems.count() == before && model(device) instanceof BlockDeviceModel) {
            attempt(device, path);
        }
    }

    private void attempt(Entry device, String path) {
        try {
            DeviceMaker maker = new DeviceMaker(new Simulation(), spec -> models.create(spec.values()));
            maker.make("this device", 0, device.spec(DeviceSpec.class));
        } catch (IllegalArgumentException refused) {
            problems.add(device.tree().place(), path, String.valueOf(refused.getMessage()));
        }
    }

    /** A vocabulary of names only makes nothing, of which nothing can be said. */
    private boolean isA(Class<? extends DeviceModel> wanted, Entry device) {
        DeviceModel model = model(device);
        return model == null || wanted.isInstance(model);
    }

    private DeviceModel model(Entry device) {
        return models.create(device.spec(DeviceSpec.class).values());
    }

    private void refuse(LocatedNode at, String path, String key, Entry got, String what) {
        problems.add(at.place(), path.isEmpty() ? key : path + "." + key, "must be " + what + ", got "
                + Wording.quoted(got.label()) + " of type " + Wording.quoted(got.spec(DeviceSpec.class).type()));
    }
}
