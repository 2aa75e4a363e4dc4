package dev.trapline.work;

import java.util.Arrays;

/**
 * On which memory nodes a guest's memory is: all of it at home, or spread over all nodes alike. When its home changes,
 * its pages follow at a rate, in no order that matters.
 */
public final class NodeMemory {
    private static final int SPREAD = -1;

    private final double[] shares;
    private final long bytes;
    private int home;
    private long since;
    private double sharePerPico;

    private NodeMemory(int nodes, int home, long bytes) {
        shares = new double[nodes];
        this.home = home;
        this.bytes = bytes;
    }

    /** All of it on one node. */
    public static NodeMemory at(int node, int nodes, long bytes) {
        NodeMemory memory = new NodeMemory(nodes, node, bytes);
        memory.shares[node] = 1;
        return memory;
    }

    /** The same part of it on every node. */
    public static NodeMemory spread(int nodes, long bytes) {
        NodeMemory memory = new NodeMemory(nodes, SPREAD, bytes);
        Arrays.fill(memory.shares, 1.0 / nodes);
        return memory;
    }

    public boolean hasHome() {
        return home != SPREAD;
    }

    /** The node where it is, or where it is going. */
    public int home() {
        return home;
    }

    /** From now on it is at home on another node, and so much of it follows in a second until all of it is there. */
    public void moveTo(int node, long now, double bytesPerSecond) {
        settle(now);
        home = node;
        sharePerPico = bytesPerSecond / bytes / 1e12;
    }

    /** Which part of its pages is on other nodes than this one. */
    public double remoteShare(int node, long now) {
        settle(now);
        return Math.max(0, 1 - shares[node]);
    }

    private void settle(long now) {
        if (hasHome() && shares[home] < 1 && now > since) {
            double left = Math.max(0, 1 - shares[home] - sharePerPico * (now - since));
            double kept = left / (1 - shares[home]);
            for (int i = 0; i < shares.length; i++) {
                shares[i] *= kept;
            }
            shares[home] = 1 - left;
        }
        since = now;
    }
}
