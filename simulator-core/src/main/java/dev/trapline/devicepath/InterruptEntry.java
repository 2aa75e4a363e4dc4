package dev.trapline.devicepath;

/** How a device's interrupt reaches the executor of its handler. */
public interface InterruptEntry {
    void enter(Consumer handler);
}
