package dev.trapline.work;

/** The port through which a vCPU of a hosted platform tells its host process that it is in the host's world. */
public interface HostProcess {
    /** An interrupt has brought the vCPU here; the process has its say before it goes back. */
    void visited();

    /** The vCPU is here to wait for something to do. Returns true if the process took something along, to be done first. */
    boolean waits();
}
