package dev.trapline.platform;

import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.workload.GroupMeasure;
import dev.trapline.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes running hosts of a point: each host by an {@link Assembly}, and the guests where they are placed, group by group. */
public final class SiteAssembly {
    private final PointSpec point;
    private final PlatformSpec compared;
    private final Vocabulary vocabulary;
    private final long seed;
    private final int replication;

    /** @param compared the platform of the hosts that do not say which they have */
    public SiteAssembly(PointSpec point, PlatformSpec compared, Vocabulary vocabulary, long seed, int replication) {
        this.point = point;
        this.compared = compared;
        this.vocabulary = vocabulary;
        this.seed = seed;
        this.replication = replication;
    }

    public Site assemble() {
        Site site = new Site(point.guests().stream().map(GuestSpec::name).toList());
        Map<String, Assembly> assemblies = new LinkedHashMap<>();
        for (HostSpec host : point.hosts()) {
            if (!point.guestsOn(host).isEmpty()) {
                assemblies.put(host.name(), assembly(site, host));
            }
        }
        for (int group = 0; group < point.guests().size(); group++) {
            guests(site, group, assemblies);
        }
        assemblies.values().forEach(Assembly::start);
        return site;
    }

    private Assembly assembly(Site site, HostSpec host) {
        return new Assembly(
                site, host, host.platform(compared), point.guestsOn(host), point.networkPicos(), vocabulary, seed, replication);
    }

    private void guests(Site site, int group, Map<String, Assembly> assemblies) {
        GuestSpec spec = point.guests().get(group);
        GroupMeasure measure = site.measures().get(group);
        Workload workload =
                vocabulary.workloads().create(spec.workload().values()).create(spec.workload().mixes());
        for (int index = 0; index < spec.count(); index++) {
            for (HostSpec host : point.hosts()) {
                if (spec.isOn(host.name(), index)) {
                    assemblies.get(host.name()).guest(group, spec, index, workload, measure);
                }
            }
        }
    }
}
