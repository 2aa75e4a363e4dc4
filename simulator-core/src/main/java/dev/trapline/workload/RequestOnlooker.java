package dev.trapline.workload;

/** Looks on which requests of a guest group come and go, and changes nothing of it. */
public interface RequestOnlooker {
    /**
     * A request is inside from now on.
     *
     * @param request whatever tells it from others that are there at the same time
     * @param began in picoseconds; not after now: what was on its way before counts too
     */
    void enters(String group, Object request, long client, long began);

    /**
     * It has been answered.
     *
     * @param index which of its client's it was
     * @param kind a word where a group's requests differ; empty where they do not
     */
    void leaves(Object request, long index, String kind);
}
