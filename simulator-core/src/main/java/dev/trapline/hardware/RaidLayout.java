package dev.trapline.hardware;

/**
 * Where an array keeps its data: units of {@code stripe} bytes in rows over the members (Patterson, Gibson and Katz 1988). Under
 * level 5 the parity of row r lies on member n - 1 - r mod n, and the data follows it round.
 *
 * @param stripeBytes one unit
 * @param rows how many units lie on each member
 */
record RaidLayout(RaidLevel level, int members, long stripeBytes, long rows) {
    static RaidLayout of(RaidLevel level, int members, long stripeBytes, long memberBytes) {
        long rows = memberBytes / stripeBytes;
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "'stripe' must fit on a member, got " + stripeBytes + " B on one of " + memberBytes + " B");
        }
        return new RaidLayout(level, members, stripeBytes, rows);
    }

    /** Units of data in a row. */
    int width() {
        return switch (level) {
            case STRIPED -> members;
            case MIRRORED -> 1;
            case PARITY -> members - 1;
            case STRIPED_MIRRORS -> members / 2;
        };
    }

    long rowBytes() {
        return stripeBytes * width();
    }

    long capacityBytes() {
        return rows * rowBytes();
    }

    long row(long address) {
        return address / rowBytes();
    }

    int column(long address) {
        return (int) (address / stripeBytes % width());
    }

    /** Where on a member a unit of this row begins. */
    long memberAddress(long row) {
        return row * stripeBytes;
    }

    /** The first member that has a unit; its mirrors follow. */
    int member(long row, int column) {
        return switch (level) {
            case STRIPED -> column;
            case MIRRORED -> 0;
            case PARITY -> (parityMember(row) + 1 + column) % members;
            case STRIPED_MIRRORS -> 2 * column;
        };
    }

    /** How many members have the same data. */
    int mirrors() {
        return switch (level) {
            case STRIPED, PARITY -> 1;
            case MIRRORED -> members;
            case STRIPED_MIRRORS -> 2;
        };
    }

    int parityMember(long row) {
        return (int) (members - 1 - row % members);
    }
}
