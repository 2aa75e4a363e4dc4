package dev.trapline.run;

import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes runs, or takes them from where finished ones are kept. A run is known by the hash of what it is a function of: the
 * point (its hosts, network and guests), the platform, seed, number, warm-up and duration. Its place in the grid does not count.
 */
final class KeptRuns {
    private final FinishedRuns finished;
    private PointSpec lastPoint;
    private PlatformSpec lastPlatform;
    private String lastDigest;

    KeptRuns(FinishedRuns finished) {
        this.finished = finished;
    }

    Observation observation(
            PointSpec point, PlatformSpec platform, RunSettings settings, int number, Supplier<Observation> run) {
        if (finished == FinishedRuns.NONE) {
            return run.get();
        }
        String key = key("run", point, platform, settings, settings.warmUpPicos(), number);
        return kept(key, RunCodec::observation).orElseGet(() -> {
            Observation made = run.get();
            keep(key, () -> RunCodec.bytes(made));
            return made;
        });
    }

    Pilot.Series pilot(PointSpec point, PlatformSpec platform, RunSettings settings, int number, Supplier<Pilot.Series> run) {
        if (finished == FinishedRuns.NONE) {
            return run.get();
        }
        String key = key("pilot", point, platform, settings, 0, number);
        return kept(key, RunCodec::series).orElseGet(() -> {
            Pilot.Series made = run.get();
            keep(key, () -> RunCodec.bytes(made));
            return made;
        });
    }

    private interface Decoder<T> {
        T decode(byte[] bytes) throws IOException;
    }

    private interface Encoder {
        byte[] encode() throws IOException;
    }

    /** What cannot be read is as good as nothing. */
    private <T> Optional<T> kept(String key, Decoder<T> decoder) {
        try {
            Optional<byte[]> bytes = finished.find(key);
            return bytes.isPresent() ? Optional.of(decoder.decode(bytes.get())) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private void keep(String key, Encoder encoder) {
        try {
            finished.keep(key, encoder.encode());
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private String key(
            String kind, PointSpec point, PlatformSpec platform, RunSettings settings, long warmUpPicos, int number) {
        return new RecordDigest()
                .add(kind)
                .add(digest(point, platform))
                .add(settings.seed())
                .add(settings.durationPicos())
                .add(warmUpPicos)
                .add(number)
                .text();
    }

    /** The replications of a platform at a point follow each other, so that remembering the last is enough. */
    private synchronized String digest(PointSpec point, PlatformSpec platform) {
        if (point != lastPoint || platform != lastPlatform) {
            lastDigest = new RecordDigest()
                    .add(point.hosts())
                    .add(point.networkPicos())
                    .add(point.guests())
                    .add(platform)
                    .text();
            lastPoint = point;
            lastPlatform = platform;
        }
        return lastDigest;
    }
}
