package dev.trapline.memory;

import dev.trapline.spec.MemoryTerms;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which pages of guests have the same contents before anything runs: by operating system, as said of each guest. */
final class GuestContents {
    private final SharedFrames shared;
    private final Map<String, int[]> repeated = new LinkedHashMap<>();
    private final Map<String, int[]> common = new LinkedHashMap<>();

    GuestContents(SharedFrames shared) {
        this.shared = shared;
    }

    void fill(GuestMemory guest, String operatingSystem, MemoryTerms terms) {
        int repeating = Pages.in(terms.repeatedBytes());
        int[] distinct = atLeast(repeated, operatingSystem, repeating == 0 ? 0 : Math.max(1, Pages.in(terms.distinctBytes())));
        int[] others = atLeast(common, operatingSystem, Pages.in(terms.commonBytes()));
        int kinds = Math.max(1, Math.min(distinct.length, Pages.in(terms.distinctBytes())));
        int pages = Math.min(guest.pages(), repeating + Pages.in(terms.commonBytes()));
        int[] contents = new int[pages];
        for (int page = 0; page < pages; page++) {
            contents[page] = page < repeating ? distinct[page % kinds] : others[page - repeating];
        }
        guest.contents(contents);
    }

    private int[] atLeast(Map<String, int[]> known, String operatingSystem, int size) {
        int[] before = known.getOrDefault(operatingSystem, new int[0]);
        if (before.length >= size) {
            return before;
        }
        int[] longer = Arrays.copyOf(before, size);
        int next = shared.contents(size - before.length);
        for (int i = before.length; i < size; i++) {
            longer[i] = next++;
        }
        known.put(operatingSystem, longer);
        return longer;
    }
}
