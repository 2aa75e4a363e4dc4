package dev.trapline.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files and folders that are safe on every system, made from names that people chose. */
public final class FileNames {
    private static final int LONGEST = 80;
    private static final int HASH_BYTES = 4;
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern RESERVED_ON_WINDOWS = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileNames() {}

    /**
     * A safe name: the same if it is safe already, else made of its letters and digits and a short hash, so that two
     * names never become one.
     */
    public static String safe(String name) {
        if (isSafe(name)) {
            return name;
        }
        String letters = name.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-+|-+$", "");
        String start = letters.substring(0, Math.min(letters.length(), LONGEST - 2 * HASH_BYTES - 1));
        return (start.isEmpty() ? "unnamed" : start) + "-" + hash(name);
    }

    private static boolean isSafe(String name) {
        return name.length() <= LONGEST
                && SAFE.matcher(name).matches()
                && !name.endsWith(".")
                && !RESERVED_ON_WINDOWS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
