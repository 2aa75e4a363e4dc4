package dev.trapline.run;

import dev.trapline.declare.Values;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A SHA-256 over records, component by component, with all that they hold: what was asked of a run, or what came out. Two with
 * the same digest are equal; every piece is preceded by what it is and how long.
 */
public final class RecordDigest {
    private final MessageDigest digest;
    private final DataOutputStream out;

    public RecordDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
        out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    /** Adds a value; an IllegalStateException names a kind of value that records of this project do not have. */
    public RecordDigest add(Object value) {
        try {
            write(value);
            return this;
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** 64 hexadecimal digits. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (byte piece : digest.digest()) {
            text.append(Character.forDigit(piece >> 4 & 15, 16)).append(Character.forDigit(piece & 15, 16));
        }
        return text.toString();
    }

    private void write(Object value) throws IOException {
        if (value instanceof String text) {
            text("s", text);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeByte('l');
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeLong(Double.doubleToLongBits(number));
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 't' : 'f');
        } else if (value instanceof Enum<?> word) {
            text("e", word.name());
        } else {
            compound(value);
        }
    }

    private void text(String kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void compound(Object value) throws IOException {
        if (value instanceof List<?> list) {
            sized('[', list.size());
            for (Object item : list) {
                write(item);
            }
        } else if (value instanceof Map<?, ?> map) {
            sized('{', map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey());
                write(entry.getValue());
            }
        } else if (value instanceof Values values) {
            sized('v', values.names().size());
            for (String name : values.names()) {
                write(name);
                write(values.get(name));
            }
        } else if (value instanceof Optional<?> maybe) {
            sized('?', maybe.isPresent() ? 1 : 0);
            if (maybe.isPresent()) {
                write(maybe.get());
            }
        } else if (value instanceof OptionalLong maybe) {
            sized('?', maybe.isPresent() ? 1 : 0);
            if (maybe.isPresent()) {
                write(maybe.getAsLong());
            }
        } else if (value instanceof double[] numbers) {
            sized('a', numbers.length);
            for (double number : numbers) {
                write(number);
            }
        } else if (value instanceof Record record) {
            record(record);
        } else {
            throw new IllegalStateException("no digest of " + (value == null ? "nothing" : value.getClass().getName()));
        }
    }

    private void sized(char kind, int size) throws IOException {
        out.writeByte(kind);
        out.writeInt(size);
    }

    private void record(Record record) throws IOException {
        text("r", record.getClass().getName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                write(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException unreadable) {
                throw new IllegalStateException("cannot read " + component, unreadable);
            }
        }
    }
}
