package dev.trapline.devicepath;

/** How a device's interrupt reaches the executor of its handler. */
interface InterruptEntry {
    void enter(Consumer handler);
}
