package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.platform.Limits;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.HostCacheSpec;
import dev.trapline.work.Onlooker;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mode in which a platform opens its guests' files can be had, and does with the disk what its name says. */
class HostCacheModesTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final long DURATION_PICOS = 2 * Time.PICOS_PER_SECOND;

    private record Wanted(Setup setup, String mode) {
        Setup found() {
            Optional<Setup> found = Habitat.find(setup.withDevices(new DeviceWishes("", "", "", mode, 0)), any -> true);
            return found.orElseThrow(() -> new IllegalStateException("no machine and system for " + this));
        }

        long completed(String workload) {
            Host host = found().workload(workload).assemble();
            host.simulation().runUntil(DURATION_PICOS);
            host.site().checkConservation();
            return host.measures().get(0).completed();
        }

        @Override
        public String toString() {
            return setup.platform().fullName() + ", " + mode;
        }
    }

    static Stream<Wanted> modes() {
        List<Wanted> wanted = new ArrayList<>();
        for (String platform : CATALOGUE.names(CatalogueKind.PLATFORMS)) {
            Setup setup = Setup.of("dual-opteron-2008", platform, "windows-server-2003-sp2", "idle");
            setup.platform().hostCache().ifPresent(cache -> cache.modes().forEach(mode -> wanted.add(new Wanted(setup, mode))));
        }
        return wanted.stream();
    }

    /** A thousand blocks are read once each from a disk that does some two hundred operations a second, then come from memory. */
    @ParameterizedTest
    @MethodSource("modes")
    void theCacheAnswersWhatItHas(Wanted wanted) {
        boolean cached = !wanted.mode().equals(HostCacheSpec.NONE);
        boolean keepsWrites = wanted.mode().equals(HostCacheSpec.WRITE_BACK);
        long alone = new Wanted(wanted.setup(), HostCacheSpec.NONE).completed("file-reads");
        if (cached) {
            assertThat(wanted.completed("file-reads")).isGreaterThan(alone);
        }
        long writesAlone = new Wanted(wanted.setup(), HostCacheSpec.NONE).completed("file-writes");
        if (keepsWrites) {
            assertThat(wanted.completed("file-writes")).isGreaterThan(10 * writesAlone);
        } else if (cached) {
            assertThat(wanted.completed("file-writes")).isBetween(writesAlone * 9 / 10, writesAlone * 11 / 10);
        }
    }

    /** What the cache answers is seen like any other operation of the disk: it enters before its time is told, and leaves. */
    @Test
    void whatItAnswersIsSeen() {
        Wanted cached = modes().filter(wanted -> !wanted.mode().equals(HostCacheSpec.NONE)).findFirst().orElseThrow();
        Host host = cached.found().workload("file-reads").assemble();
        Set<Object> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        int[] left = new int[1];
        host.watchedBy((Onlooker) Proxy.newProxyInstance(
                Onlooker.class.getClassLoader(), new Class<?>[] {Onlooker.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "enters" -> assertThat(inside.add(arguments[2])).isTrue();
                        case "spent" -> assertThat(inside).contains(arguments[0]);
                        case "leaves" -> {
                            assertThat(inside.remove(arguments[0])).isTrue();
                            left[0]++;
                        }
                        default -> {}
                    }
                    return null;
                }));
        host.simulation().runUntil(DURATION_PICOS);
        assertThat(left[0]).isGreaterThan(100);
    }

    @Test
    void aModeThatTheProductDoesNotHaveIsRefused() {
        Setup setup = Setup.of("dual-opteron-2008", "hyper-v-2008", "windows-server-2003-sp2", "idle")
                .withDevices(new DeviceWishes("", "", "", "write-back", 0));
        assertThat(Limits.check(setup.machine(), setup.platform(), List.of(setup.guests()), Setup.VOCABULARY))
                .anySatisfy(violation -> assertThat(violation.rule()).isEqualTo("host-cache"));
    }
}
