package dev.trapline.scheduler;

import dev.trapline.spec.Share;

/** What Xen's credit schedulers keep of a domain's share: the weight of the domain, and the cap of all its vCPUs together. */
final class DomainTerms {
    private static final int DEFAULT_WEIGHT = 256;

    private final long weight;
    private int vcpus;
    private double capOfCores;

    DomainTerms(Share share) {
        weight = Math.max(1, Math.round(DEFAULT_WEIGHT * share.weight()));
    }

    /** One more vCPU: its cap adds to the domain's. */
    void add(Share share) {
        vcpus++;
        capOfCores += Math.min(1, share.cap());
    }

    long weight() {
        return weight;
    }

    int vcpus() {
        return vcpus;
    }

    /** How many cores all its vCPUs together may use. */
    double capOfCores() {
        return capOfCores;
    }

    boolean isCapped() {
        return capOfCores < vcpus;
    }
}
