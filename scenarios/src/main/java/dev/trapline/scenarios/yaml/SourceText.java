package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The bytes of a file as text: UTF-8 without byte order mark or control characters, or a problem with its place. */
final class SourceText {
    private static final int LONGEST_LINE = 1 << 16;

    private SourceText() {}

    static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        String mark = byteOrderMark(bytes);
        if (!mark.isEmpty()) {
            problems.add(Place.of(file), "", "must be UTF-8 without a byte order mark, got " + mark);
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, chars, true);
        String text = chars.flip().toString();
        if (!controlFree(file, text, problems) || !shortLines(file, text, problems)) {
            return Optional.empty();
        }
        if (result.isError()) {
            int value = bytes[input.position()] & 0xff;
            problems.add(
                    end(file, text),
                    "",
                    "must be UTF-8, got the byte " + String.format(Locale.ROOT, "0x%02x", value) + "; save it as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String byteOrderMark(byte[] bytes) {
        int first = bytes.length > 0 ? bytes[0] & 0xff : -1;
        int second = bytes.length > 1 ? bytes[1] & 0xff : -1;
        int third = bytes.length > 2 ? bytes[2] & 0xff : -1;
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return "UTF-8 with one";
        }
        boolean marked = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
        boolean zeros = bytes.length > 1 && (first == 0) != (second == 0) && Math.max(first, second) < 0x80;
        return marked || zeros ? "UTF-16 or UTF-32" : "";
    }

    /** The parser's time grows with the square of a line's length. */
    private static boolean shortLines(String file, String text, Problems problems) {
        int start = 0;
        for (int line = 1; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            int length = (end < 0 ? text.length() : end) - start;
            if (length > LONGEST_LINE) {
                problems.add(new Place(file, line, 1), "", "lines must be at most 64 KiB, got one of " + length + " characters");
                return false;
            }
            start += length + 1;
        }
        return true;
    }

    private static boolean controlFree(String file, String text, Problems problems) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != 0x85)
                    || c == 0xfffe
                    || c == 0xffff
                    || c == 0xfeff;
            if (control) {
                problems.add(
                        end(file, text.substring(0, i)),
                        "",
                        "must be text, got the control character " + String.format(Locale.ROOT, "U+%04X", (int) c));
                return false;
            }
        }
        return true;
    }

    /** The place that follows the text. */
    private static Place end(String file, String text) {
        int lines = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines++;
            start = i + 1;
        }
        return new Place(file, lines, text.length() - start + 1);
    }

    /** The first line at or before the given one that is indented with a tab, or 0. */
    static int tabbedLine(String text, int upTo) {
        int line = 0;
        int tabbed = 0;
        for (String content : text.lines().limit(upTo).toList()) {
            line++;
            String indent = content.substring(0, content.length() - content.stripLeading().length());
            if (tabbed == 0 && indent.indexOf('\t') >= 0) {
                tabbed = line;
            }
        }
        return tabbed;
    }
}
