package dev.trapline.hardware;

/** The data sheet of what can stand behind a guest's disk. */
public interface BlockDeviceModel extends DeviceModel {
    /**
     * Makes one of its kind.
     *
     * @param number which it is among its like: disks side by side do not turn in step
     * @param maker makes the devices that it consists of
     */
    BlockDevice make(String name, int number, DeviceMaker maker);
}
