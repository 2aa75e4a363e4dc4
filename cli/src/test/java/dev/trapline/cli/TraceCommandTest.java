package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timelines of the gallery's first scenario are what viewers read, cut where the window cuts, and no larger than asked. */
final class TraceCommandTest {
    private static final Object[] XEN = {
        "--platform", "xenserver-4.1", "--point", "guests.load.count=4", "--point", "guests.load.workload=disk-random"
    };

    @TempDir
    private Path folder;

    private Invocation trace(Path out, Object... options) {
        return Invocation.of(Stream.concat(
                        Stream.of("trace", "hosted-versus-bare-metal", "--out", out, "--from", "100ms", "--for", "20 ms"),
                        Stream.of(options))
                .toArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "native",
                "hyper-v-2008",
                "esx-3.5",
                "xenserver-4.1",
                "virtual-server-2005-r2-sp1 (like-workstation-unoptimised)"
            })
    void theGalleryOpensInAViewer(String platform) {
        for (String work : List.of("cpu-batch", "web-dynamic", "disk-random")) {
            Path out = folder.resolve("trace.json");
            Invocation traced = trace(
                    out, "--platform", platform, "--point", "guests.load.count=4", "--point", "guests.load.workload=" + work);
            assertThat(traced.exitCode()).as(traced.err()).isEqualTo(ExitCode.DONE);
            TraceEvents events = TraceEvents.of(out);
            assertThat(events.groups()).containsExactly("requests", "cores", "contexts", "devices", "queues");
            assertThat(events.first()).isEqualTo(100_000);
            assertThat(events.last()).isBetween(115_000.0, 120_000.0);
            assertThat(events.tracks()).contains("core 0", "core 1");
            if (!work.equals("cpu-batch")) {
                assertThat(events.arrows()).isNotEmpty();
            }
        }
    }

    @Test
    void anArrowFollowsARequestToTheDiskAndBack() {
        Path out = folder.resolve("trace.json");
        assertThat(trace(out, XEN).exitCode()).isEqualTo(ExitCode.DONE);
        TraceEvents events = TraceEvents.of(out);
        assertThat(events.arrows())
                .contains("load-2 vcpu 0 > domain-0 vcpu 1", "disk 1 > domain-0 vcpu 0", "domain-0 vcpu 0 > load-2 vcpu 0")
                .anyMatch(arrow -> arrow.startsWith("domain-0 vcpu 1 > disk 1"));
        assertThat(events.slicesOn("core 1")).contains("load-1 vcpu 0");
        assertThat(events.slicesOn("load-1 vcpu 0")).contains("exit", "storage-stack", "tick", "ready");
        assertThat(events.slicesOn("disk 0")).contains("disk", "disk queue", "load-1 read");
        assertThat(events.counters()).contains("ready contexts", "disk 0", "blkback 0", "load inside");
        assertThat(events.spans()).contains("load client 0");
    }

    @Test
    void arrowsLeadToAnotherHostAndBack() {
        Path out = folder.resolve("trace.json");
        Invocation traced = Invocation.of(
                "trace", "three-tiers", "--platform", "xenserver-4.1", "--point", "guests.database.on=back", "--out", out,
                "--from", "100 ms", "--for", "20 ms");
        assertThat(traced.exitCode()).as(traced.err()).isEqualTo(ExitCode.DONE);
        TraceEvents events = TraceEvents.of(out);
        assertThat(events.groups())
                .containsExactly(
                        "requests", "front: cores", "front: contexts", "front: devices", "front: queues", "back: cores",
                        "back: contexts", "back: devices", "back: queues");
        assertThat(events.arrowGroups()).anyMatch(it -> it.matches("front: .* > back: .*"));
        assertThat(events.arrowGroups()).anyMatch(it -> it.matches("back: .* > front: .*"));
        assertThat(events.spans()).anyMatch(it -> it.startsWith("web client")).anyMatch(it -> it.startsWith("database client"));
    }

    @Test
    void whatIsTooLargeIsNotWritten() throws Exception {
        Path out = folder.resolve("trace.json");
        Invocation traced = trace(out, Stream.concat(Stream.of("--limit", "20 kB"), Stream.of(XEN)).toArray());
        assertThat(traced.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(traced.err())
                .contains("--limit: the timeline of 20 ms takes more than 20000 bytes, which are full after ")
                .contains("ask for a shorter --for or a larger --limit; nothing was written");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theSameIsTracedTwice() {
        assertThat(trace(folder.resolve("one.json"), XEN).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(trace(folder.resolve("two.json"), XEN).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
    }

    @Test
    void aChoiceIsAskedFor() {
        assertThat(Invocation.of("trace", "hosted-versus-bare-metal").err())
                .startsWith("--point: must leave one point, leaves 15 of 15; there are guests.load.workload=cpu-batch|");
        assertThat(trace(folder.resolve("a"), "--point", "guests.load.count=1", "--point", "guests.load.workload=cpu-batch").err())
                .startsWith("--platform: must name one; there are native, hyper-v-2008,");
        assertThat(Invocation.of("trace", "three-tiers", "--point", "guests.database.on=bck", "--point", "guest=1").err())
                .contains("--point guests.database.on: takes the values back, front, got 'bck' (did you mean 'back'?)")
                .contains("--point guest: is not varied; varied are guests.database.on");
        Invocation late = Invocation.of(Stream.concat(
                        Stream.of("trace", "hosted-versus-bare-metal", "--from", "30 s"), Stream.of(XEN))
                .toArray());
        assertThat(late.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(late.err()).contains("must have a length and end within the run, which takes 25 s, got 30 s and 50 ms");
        assertThat(Invocation.of("trace", "hosted-versus-bare-metal", "--for", "5 parsecs").exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
    }
}
