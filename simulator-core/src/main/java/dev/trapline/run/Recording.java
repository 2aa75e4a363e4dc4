package dev.trapline.run;

import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Timeline;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.List;

/** The first replication of one platform at one point, run up to the end of a window, which is taken down. */
public final class Recording {
    private final PointSpec point;
    private final PlatformSpec platform;
    private final RunSettings settings;
    private final Vocabulary vocabulary;

    public Recording(PointSpec point, PlatformSpec platform, RunSettings settings, Vocabulary vocabulary) {
        this.point = point;
        this.platform = platform;
        this.settings = settings;
        this.vocabulary = vocabulary;
    }

    /**
     * Takes down what happens between two instants of the run, of which the first is when its warm-up begins.
     *
     * @return whether all fixed jobs had ended before the window began, so that there is little to see
     */
    public boolean takeDown(long fromPicos, long toPicos, Timeline timeline) {
        Site site = new SiteAssembly(point, platform, vocabulary, settings.seed(), 0).assemble();
        List<HostTimeline> hosts = look(site, timeline);
        TimelineRequests requests = new TimelineRequests(timeline, site.simulation()::now);
        site.measures().forEach(measure -> measure.watchedBy(requests));
        site.simulation().runUntil(fromPicos);
        boolean finished = site.isFinished();
        requests.open();
        hosts.forEach(HostTimeline::open);
        site.simulation().runUntil(toPicos);
        hosts.forEach(HostTimeline::close);
        requests.close();
        return finished;
    }

    /** Lets timelines look on what the hosts of a site do. */
    static List<HostTimeline> look(Site site, Timeline timeline) {
        TimelineArrows arrows = new TimelineArrows(timeline, site.owners()::name);
        List<HostTimeline> timelines = new ArrayList<>();
        for (Host host : site.hosts()) {
            HostTimeline looksOn = new HostTimeline(host, timelines.size(), timeline, arrows);
            host.watchedBy(looksOn);
            timelines.add(looksOn);
        }
        return timelines;
    }
}
