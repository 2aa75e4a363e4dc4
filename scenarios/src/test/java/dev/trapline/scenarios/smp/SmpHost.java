package dev.trapline.scenarios.smp;

import dev.trapline.engine.Time;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Host;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.spec.PointSpec;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Slots;
import java.nio.file.Path;

/** A host of {@code src/test/resources/smp}, whose cores do a cycle in a nanosecond; all times are microseconds. */
final class SmpHost {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final Path FOLDER = Path.of("src/test/resources/smp");

    private final Host host;

    private SmpHost(Host host) {
        this.host = host;
    }

    /** The first platform of a scenario at its only point. */
    static SmpHost of(String scenario, Overrides overrides) {
        Outcome<ScenarioFile> read = READER.read(FOLDER.resolve(scenario), overrides);
        if (read.failed()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        PointSpec point = read.value().experiment().points().get(0);
        return new SmpHost(new SiteAssembly(point, point.platforms().get(0), VOCABULARY, 1, 0).assemble().onlyHost());
    }

    SmpHost runUntil(long micros) {
        host.simulation().runUntil(micros * Time.PICOS_PER_MICRO);
        host.site().checkConservation();
        return this;
    }

    /** What a group spent in a mechanism so far, wherever. */
    long spent(String group, String mechanism) {
        host.processors().account();
        long picos = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            picos += host.slots().get(slot).mechanism().equals(mechanism)
                    ? host.processors().ledger().picos(owner(group), slot)
                    : 0;
        }
        return micros(picos);
    }

    /** What finished requests of a group went through in a mechanism so far. */
    long latency(String group, String mechanism, boolean waiting) {
        long picos = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            Slots.Slot described = host.slots().get(slot);
            picos += described.mechanism().equals(mechanism) && described.waiting() == waiting
                    ? host.measures().get(owner(group)).picos(slot)
                    : 0;
        }
        return micros(picos);
    }

    long completed(String group) {
        return host.measures().get(owner(group)).completed();
    }

    /** When the last request of a group left. */
    long lastLeft(String group) {
        return micros(host.measures().get(owner(group)).lastLeft());
    }

    long spinExits(String group) {
        return host.spinExits(owner(group));
    }

    Context context(String name) {
        return host.processors().contexts().stream()
                .filter(context -> context.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no context '" + name + "'"));
    }

    Core core(int index) {
        return host.processors().cores().get(index);
    }

    private int owner(String group) {
        for (int owner = 0; owner < host.owners().size(); owner++) {
            if (host.owners().name(owner).equals(group)) {
                return owner;
            }
        }
        throw new IllegalArgumentException("no group '" + group + "'");
    }

    static long micros(long picos) {
        if (picos % Time.PICOS_PER_MICRO != 0) {
            throw new AssertionError(picos + " ps are no whole microseconds");
        }
        return picos / Time.PICOS_PER_MICRO;
    }
}
