package dev.trapline.devicepath;

/** Transfers in their order, the first one first. A transfer is in at most one such line at a time, and so is linked by itself. */
final class TransferLine {
    private Transfer first;
    private Transfer last;
    private int size;

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return size;
    }

    /** The first one, or null. */
    Transfer first() {
        return first;
    }

    void add(Transfer transfer) {
        if (transfer.behind != null || transfer == last) {
            throw new IllegalStateException(transfer + " stands in a line already");
        }
        if (first == null) {
            first = transfer;
        } else {
            last.behind = transfer;
        }
        last = transfer;
        size++;
    }

    /** Takes the first one out; there must be one. */
    Transfer removeFirst() {
        Transfer removed = first;
        first = removed.behind;
        removed.behind = null;
        if (first == null) {
            last = null;
        }
        size--;
        return removed;
    }
}
