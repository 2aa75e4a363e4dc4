package dev.trapline.devicepath;

/** A piece of a route that one executor works off in one go, or a device, or a wait. */
interface Hop {
    /** A transfer arrives, brought by an activity or, if that is null, by a device. */
    void enter(Transfer transfer, Carrier by);
}
