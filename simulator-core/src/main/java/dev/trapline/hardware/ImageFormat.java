package dev.trapline.hardware;

/** What the file is in which a host keeps a guest's disk. */
public enum ImageFormat {
    /** No file: a disk of the machine is the guest's. */
    PASS_THROUGH("pass-through"),
    /** A file with the disk's content in order and nothing else. */
    RAW("raw"),
    /** The same with a footer, which nobody looks at while the guest runs. */
    FIXED("fixed"),
    /** A file of blocks that are added as the guest first writes to them, and a table of where they lie. */
    DYNAMIC("dynamic"),
    /** The same for what differs from another file: what the guest did not write is read from there. */
    DIFFERENCING("differencing");

    private final String word;

    ImageFormat(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Throws {@link IllegalArgumentException} for a word that none has. */
    public static ImageFormat of(String word) {
        for (ImageFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no image format is called '" + word + "'");
    }

    boolean grows() {
        return this == DYNAMIC || this == DIFFERENCING;
    }
}
