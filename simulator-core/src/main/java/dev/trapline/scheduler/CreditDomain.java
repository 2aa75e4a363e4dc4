package dev.trapline.scheduler;

import dev.trapline.spec.Share;
import java.util.ArrayList;
import java.util.List;

/** A domain as the credit scheduler sees it: one weight and one cap for all its vCPUs together. */
final class CreditDomain {
    final DomainTerms terms;
    /** The vCPUs that earn credit, the one that began last first. */
    final List<CreditVcpu> active = new ArrayList<>();

    CreditDomain(Share share) {
        terms = new DomainTerms(share);
    }

    /** The cap in whole percent of a core, as the product keeps it. */
    long capPercent() {
        return Math.max(1, Math.round(100 * terms.capOfCores()));
    }
}
