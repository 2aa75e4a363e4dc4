package dev.trapline.scheduler;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The domains of a scheduler that shares by domain, in the order in which their first vCPUs were admitted. */
final class Domains<D> {
    private final Function<Share, D> making;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<D> domains = new ArrayList<>();
    private final List<D> all = Collections.unmodifiableList(domains);

    /** @param making makes a domain of the share of its first vCPU */
    Domains(Function<Share, D> making) {
        this.making = making;
    }

    /** The context's domain, which is made if it is the first of it. */
    D of(Context context) {
        int at = numbers.indexOf(context.domain());
        if (at < 0) {
            at = domains.size();
            numbers.add(context.domain());
            domains.add(making.apply(context.share()));
        }
        return domains.get(at);
    }

    List<D> all() {
        return all;
    }
}
