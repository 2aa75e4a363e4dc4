package dev.trapline.run;

import dev.trapline.measure.Growth;
import dev.trapline.measure.LatencyHistogram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs showed, as bytes and back, to the last bit and in the same order. */
final class RunCodec {
    /** Writes one part of a run. */
    private interface Part {
        void write(DataOutputStream out, Words words) throws IOException;
    }

    /** Texts recur: each is written where it occurs first, and is a number after that. */
    private static final class Words {
        private final Map<String, Integer> written = new LinkedHashMap<>();
        private final List<String> read = new ArrayList<>();

        void write(DataOutputStream out, String word) throws IOException {
            Integer number = written.putIfAbsent(word, written.size());
            out.writeInt(number == null ? -1 : number);
            if (number == null) {
                out.writeUTF(word);
            }
        }

        String read(DataInputStream in) throws IOException {
            int number = in.readInt();
            if (number < 0) {
                read.add(in.readUTF());
                return read.get(read.size() - 1);
            }
            return read.get(number);
        }
    }

    private RunCodec() {}

    static byte[] bytes(Observation seen) throws IOException {
        return bytes((out, words) -> {
            out.writeInt(seen.metrics().size());
            for (Map.Entry<MetricKey, Double> metric : seen.metrics().entrySet()) {
                write(metric.getKey(), out, words);
                out.writeDouble(metric.getValue());
            }
            out.writeInt(seen.resolutions().size());
            for (Map.Entry<MetricKey, Double> metric : seen.resolutions().entrySet()) {
                write(metric.getKey(), out, words);
                out.writeDouble(metric.getValue());
            }
            out.writeInt(seen.words().size());
            for (Map.Entry<MetricKey, String> metric : seen.words().entrySet()) {
                write(metric.getKey(), out, words);
                words.write(out, metric.getValue());
            }
            out.writeInt(seen.ledger().size());
            for (Map.Entry<LedgerKey, Entry> row : seen.ledger().entrySet()) {
                write(row.getKey(), out, words);
                out.writeDouble(row.getValue().value());
                out.writeDouble(row.getValue().count());
            }
            out.writeInt(seen.latencies().size());
            for (LatencyHistogram latencies : seen.latencies()) {
                latencies.writeTo(out);
            }
            out.writeLong(seen.events());
            out.writeLong(seen.fingerprint());
            out.writeInt(seen.backlogs().size());
            for (Map.Entry<String, Growth.Backlog> backlog : seen.backlogs().entrySet()) {
                words.write(out, backlog.getKey());
                out.writeLong(backlog.getValue().arrived());
                longs(out, backlog.getValue().inside());
            }
            out.writeInt(seen.timeline().size());
            for (Timeline.Line line : seen.timeline()) {
                words.write(out, line.name());
                longs(out, line.endsPicos());
                longs(out, Arrays.stream(line.perMille()).asLongStream().toArray());
            }
        });
    }

    static Observation observation(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Words words = new Words();
        Map<MetricKey, Double> metrics = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            metrics.put(metric(in, words), in.readDouble());
        }
        Map<MetricKey, Double> resolutions = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            resolutions.put(metric(in, words), in.readDouble());
        }
        Map<MetricKey, String> said = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            said.put(metric(in, words), words.read(in));
        }
        Map<LedgerKey, Entry> ledger = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            ledger.put(row(in, words), new Entry(in.readDouble(), in.readDouble()));
        }
        List<LatencyHistogram> latencies = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            latencies.add(LatencyHistogram.readFrom(in));
        }
        Observation seen = new Observation(metrics, resolutions, said, ledger, latencies, in.readLong(), in.readLong());
        Map<String, Growth.Backlog> backlogs = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String group = words.read(in);
            long arrived = in.readLong();
            backlogs.put(group, new Growth.Backlog(longs(in), arrived));
        }
        List<Timeline.Line> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = words.read(in);
            lines.add(new Timeline.Line(name, longs(in), Arrays.stream(longs(in)).mapToInt(Math::toIntExact).toArray()));
        }
        return seen.with(backlogs).with(lines);
    }

    static byte[] bytes(Pilot.Series seen) throws IOException {
        return bytes((out, words) -> {
            out.writeLong(seen.events());
            out.writeInt(seen.figures().size());
            for (Map.Entry<String, double[]> figure : seen.figures().entrySet()) {
                words.write(out, figure.getKey());
                out.writeInt(figure.getValue().length);
                for (double value : figure.getValue()) {
                    out.writeDouble(value);
                }
            }
        });
    }

    static Pilot.Series series(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Words words = new Words();
        long events = in.readLong();
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = words.read(in);
            double[] values = new double[in.readInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
            figures.put(name, values);
        }
        return new Pilot.Series(figures, events);
    }

    private static byte[] bytes(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part.write(new DataOutputStream(bytes), new Words());
        return bytes.toByteArray();
    }

    private static void write(MetricKey key, DataOutputStream out, Words words) throws IOException {
        for (String word : List.of(key.guest(), key.request(), key.metric(), key.unit())) {
            words.write(out, word);
        }
    }

    private static MetricKey metric(DataInputStream in, Words words) throws IOException {
        return new MetricKey(words.read(in), words.read(in), words.read(in), words.read(in));
    }

    private static void write(LedgerKey key, DataOutputStream out, Words words) throws IOException {
        for (String word : List.of(
                key.guest(), key.ledger(), key.place(), key.mechanism(), key.kind(), key.occupier(), key.unit())) {
            words.write(out, word);
        }
    }

    private static LedgerKey row(DataInputStream in, Words words) throws IOException {
        return new LedgerKey(
                words.read(in), words.read(in), words.read(in), words.read(in), words.read(in), words.read(in), words.read(in));
    }

    private static void longs(DataOutputStream out, long[] values) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static long[] longs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }
}
