package dev.trapline.scheduler;

import dev.trapline.spec.Share;
import java.util.ArrayList;
import java.util.List;

/** A domain as the credit scheduler sees it: one weight and one cap for all its vCPUs together. */
final class CreditDomain {
    private static final int DEFAULT_WEIGHT = 256;

    final int number;
    final long weight;
    /** The vCPUs that earn credit, the one that began last first. */
    final List<CreditVcpu> active = new ArrayList<>();
    private int vcpus;
    private double capOfCores;

    CreditDomain(int number, Share share) {
        this.number = number;
        weight = Math.max(1, Math.round(DEFAULT_WEIGHT * share.weight()));
    }

    /** One more vCPU: its cap adds to the domain's. */
    void add(Share share) {
        vcpus++;
        capOfCores += Math.min(1, share.cap());
    }

    boolean isCapped() {
        return capOfCores < vcpus;
    }

    /** The cap in whole percent of a core, as the product keeps it. */
    long capPercent() {
        return Math.max(1, Math.round(100 * capOfCores));
    }
}
