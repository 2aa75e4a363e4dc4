package dev.trapline.spec;

import java.util.List;

/** The device models that platforms offer and guests ask for. */
public final class DeviceModels {
    /** Network interfaces: a hypervisor's own, those of real hardware that are emulated, and one of the machine. */
    public static final List<String> NICS =
            List.of("paravirtual", "emulated-21140", "vlance", "rtl8139", "e1000", "e1000e", "pass-through");
    /** Disk controllers, likewise; {@code emulated-scsi} is the one that a platform has by default. */
    public static final List<String> CONTROLLERS =
            List.of("paravirtual", "emulated-ide", "emulated-scsi", "bus-logic", "ahci", "pass-through");
    /** What the file is in which a host keeps a guest's disk; pass-through: there is none. */
    public static final List<String> IMAGES = List.of("raw", "fixed", "dynamic", "differencing", "pass-through");
    /** What a guest is that asks for nothing. */
    public static final String AUTOMATIC = "automatic";

    private DeviceModels() {}
}
