package dev.trapline.reports;

import dev.trapline.result.Timeline;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A timeline as a file of Chrome trace events, the JSON object format of Google's "Trace Event Format": begin and end of slices,
 * flow events for arrows, counters, and names of tracks. Instants are microseconds with three decimals, rounded down, so that
 * slices that nest in picoseconds nest in the file.
 *
 * <p>The file is written beside its target and moved there when it is whole.
 */
public final class TraceFile implements Timeline, Closeable {
    private static final long PICOS_PER_NANO = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Numbers of tracks are unique in the file and never 0, which some readers take for the idle thread. */
    private static final int TRACKS_OF_A_GROUP = 100_000;


    private final Path target;
    private final Path staged;
    private final Counted bytes;
    private final JsonGenerator json;
    private final long limit;
    private long arrows;
    private long events;
    private boolean whole;

    /** The timeline does not fit into as many bytes as its file may have. */
    public static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long picos;

        TooLargeException(long picos) {
            super("a timeline is too large at " + picos + " ps");
            this.picos = picos;
        }

        /** How far it got. */
        public long picos() {
            return picos;
        }
    }

    private TraceFile(Path target, Path staged, long limit) throws IOException {
        this.target = target;
        this.staged = staged;
        this.limit = limit;
        bytes = new Counted(new BufferedOutputStream(Files.newOutputStream(staged), 1 << 16));
        json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), bytes);
    }

    /**
     * Begins the file.
     *
     * @param limit the most bytes that it may have
     * @param facts about the run, for whoever reads the file
     */
    public static TraceFile at(Path target, long limit, Map<String, String> facts) throws IOException {
        Path absolute = target.toAbsolutePath();
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        TraceFile file = new TraceFile(absolute, created(absolute), limit);
        file.json.writeStartObject();
        file.json.writeStringProperty("displayTimeUnit", "ns");
        file.json.writeObjectPropertyStart("otherData");
        facts.forEach(file.json::writeStringProperty);
        file.json.writeEndObject();
        file.json.writeArrayPropertyStart("traceEvents");
        return file;
    }

    private static Path created(Path target) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.createFile(target.resolveSibling("." + target.getFileName() + ".part" + number));
            } catch (FileAlreadyExistsException taken) {
                // Another trace, or one that was killed: take the next number.
            }
        }
    }

    /** All is there: the file appears. */
    public void finish() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        bytes.close();
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
        }
        whole = true;
    }

    /** Leaves nothing behind if it was not finished. */
    @Override
    public void close() throws IOException {
        if (!whole) {
            bytes.close();
            Files.deleteIfExists(staged);
        }
    }

    public long events() {
        return events;
    }

    public long bytes() {
        return bytes.written;
    }

    @Override
    public void group(int group, String name) {
        named("process_name", group, 0, name);
        start("M", group, 0);
        json.writeStringProperty("name", "process_sort_index");
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("sort_index", group);
        json.writeEndObject();
        finishEvent(0);
    }

    @Override
    public void track(int group, int track, String name) {
        named("thread_name", group, track, name);
        start("M", group, track);
        json.writeStringProperty("name", "thread_sort_index");
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("sort_index", track);
        json.writeEndObject();
        finishEvent(0);
    }

    private void named(String what, int group, int track, String name) {
        start("M", group, track);
        json.writeStringProperty("name", what);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        finishEvent(0);
    }

    @Override
    public void begin(int group, int track, long instant, String name, String kind, String by) {
        start("B", group, track);
        time(instant);
        json.writeStringProperty("name", name);
        json.writeStringProperty("cat", kind);
        if (!by.isEmpty()) {
            json.writeObjectPropertyStart("args");
            json.writeStringProperty("by", by);
            json.writeEndObject();
        }
        finishEvent(instant);
    }

    @Override
    public void end(int group, int track, long instant) {
        start("E", group, track);
        time(instant);
        finishEvent(instant);
    }

    @Override
    public void span(int group, long id, long from, long until, String name, long number, String kind) {
        spanEnd("b", group, id, from, name);
        json.writeObjectPropertyStart("args");
        if (number >= 0) {
            json.writeNumberProperty("number", number);
        }
        if (!kind.isEmpty()) {
            json.writeStringProperty("kind", kind);
        }
        json.writeEndObject();
        finishEvent(until);
        spanEnd("e", group, id, until, name);
        finishEvent(until);
    }

    private void spanEnd(String phase, int group, long id, long instant, String name) {
        start(phase, group, 0);
        time(instant);
        json.writeStringProperty("name", name);
        json.writeStringProperty("cat", "span");
        json.writeNumberProperty("id", id);
    }

    @Override
    public void arrow(String name, Point from, Point to) {
        arrows++;
        arrowEnd("s", name, from);
        arrowEnd("f", name, to);
    }

    private void arrowEnd(String phase, String name, Point at) {
        start(phase, at.group(), at.track());
        time(at.instant());
        json.writeStringProperty("name", name);
        json.writeStringProperty("cat", "request");
        json.writeNumberProperty("id", arrows);
        if (phase.equals("f")) {
            json.writeStringProperty("bp", "e");
        }
        finishEvent(at.instant());
    }

    @Override
    public void count(int group, String name, long instant, long value) {
        start("C", group, 0);
        time(instant);
        json.writeStringProperty("name", name);
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("waiting", value);
        json.writeEndObject();
        finishEvent(instant);
    }

    private void start(String phase, int group, int track) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeNumberProperty("pid", group);
        json.writeNumberProperty("tid", group * TRACKS_OF_A_GROUP + track + 1);
    }

    private void time(long picos) {
        long nanos = picos / PICOS_PER_NANO;
        String thousandths = Long.toString(NANOS_PER_MICRO + nanos % NANOS_PER_MICRO).substring(1);
        json.writeName("ts");
        json.writeNumber(nanos / NANOS_PER_MICRO + "." + thousandths);
    }

    private void finishEvent(long instant) {
        json.writeEndObject();
        events++;
        if (bytes.written > limit) {
            throw new TooLargeException(instant);
        }
    }

    /** Counts what goes through. */
    private static final class Counted extends FilterOutputStream {
        private long written;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            written++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
            written += length;
        }
    }
}
