package dev.trapline.hardware;

/** A kind of device with its data sheet: what a declared device creates from the values in a file. */
public interface DeviceModel {}
