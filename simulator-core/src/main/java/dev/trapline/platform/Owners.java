package dev.trapline.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whom ledgers charge: the guest groups by number, then the driver domain, the host's threads, and the machine itself. */
public final class Owners {
    private final List<String> names;
    private final int groups;

    Owners(List<String> groupNames) {
        groups = groupNames.size();
        List<String> all = new ArrayList<>(groupNames);
        all.add("driver-domain");
        all.add("host");
        all.add("machine");
        names = Collections.unmodifiableList(all);
    }

    public int groups() {
        return groups;
    }

    int driverDomain() {
        return groups;
    }

    int host() {
        return groups + 1;
    }

    int machine() {
        return groups + 2;
    }

    public int size() {
        return names.size();
    }

    public String name(int owner) {
        return names.get(owner);
    }
}
