package dev.trapline.reports.digest;

import dev.trapline.result.Results;
import java.util.Collection;
import java.util.List;

/** The requests of one name in one guest group; {@code request} is empty where a group has but one kind. */
public record RequestKind(String guest, String request) {

    public static RequestKind of(Results.LedgerRow row) {
        return new RequestKind(row.guest(), row.request());
    }

    /** Each kind once, in the order of the rows. */
    public static List<RequestKind> of(Collection<Results.LedgerRow> rows) {
        return rows.stream().map(RequestKind::of).distinct().toList();
    }

    /** A title with the kind behind it, where there are several. */
    public String title(int kinds, String what) {
        String words = (guest + " " + request).strip();
        return kinds < 2 ? what : what.isEmpty() ? words : what + ": " + words;
    }
}
