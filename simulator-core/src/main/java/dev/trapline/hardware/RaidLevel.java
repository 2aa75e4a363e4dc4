package dev.trapline.hardware;

/** How an array spreads its data over its members, and what it needs for that. */
public enum RaidLevel {
    STRIPED(0, 1),
    MIRRORED(1, 2),
    PARITY(5, 3),
    STRIPED_MIRRORS(10, 4);

    private final int number;
    private final int fewest;

    RaidLevel(int number, int fewest) {
        this.number = number;
        this.fewest = fewest;
    }

    String word() {
        return Integer.toString(number);
    }

    /** Throws if an array of this level cannot have so many members. */
    void check(int members) {
        if (members < fewest || this == STRIPED_MIRRORS && members % 2 != 0) {
            throw new IllegalArgumentException("RAID " + number + " needs at least " + fewest + " members"
                    + (this == STRIPED_MIRRORS ? ", an even number" : "") + ", got " + members);
        }
    }

    static RaidLevel of(long number) {
        for (RaidLevel level : values()) {
            if (level.number == number) {
                return level;
            }
        }
        throw new IllegalArgumentException("'level' must be 0, 1, 5 or 10, got " + number);
    }
}
