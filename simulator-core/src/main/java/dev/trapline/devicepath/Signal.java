package dev.trapline.devicepath;

/** Somebody has to be told of work that waits for him, in this way. */
record Signal(Consumer to, WorkHop.Notification how) {}
