package dev.trapline.memory;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * An operating system pages its guests as it does any process: by second chance, in batches, each page to the next free
 * slot of one swap area, and reads back the block of slots around the one that faults. It cannot know that a guest would
 * drop a page, or is about to overwrite one.
 */
final class HostPaging implements MemoryPolicy {
    static final Component<MemoryPolicyFactory> COMPONENT = new Component<>(
            "host-paging",
            "The host's operating system pages guests as it does any process: second chance, swap read-ahead.",
            "amit-2014",
            SwapSettings.with(
                    Shape.optional("batch", Shape.count(1, 4096), 32L, "Pages that leave at a time."),
                    Shape.optional("read-around", Shape.count(1, 1024), 8L, "Slots that are read with the one that is needed."),
                    Shape.optional(
                            "low", Shape.bytes(), 4L << 20, "Pages begin to leave when less of the machine's memory is free.")),
            values -> MemoryPolicyFactory.of(values, false, surroundings -> new HostPaging(values, surroundings.memory())));

    private final HostMemory memory;
    private final int batch;
    private final int readAround;
    private final int low;
    private final WriteOut writing;
    private boolean reclaiming;

    HostPaging(Values values, HostMemory memory) {
        this.memory = memory;
        writing = new WriteOut(memory);
        batch = values.count("batch");
        readAround = values.count("read-around");
        low = Pages.in(values.whole("low"));
    }

    @Override
    public void makeRoom(GuestMemory guest, int frames) {
        boolean ownLimit = guest.limit() - guest.held() < frames;
        List<GuestMemory> among = ownLimit ? guest.alone() : memory.guests();
        if (going(among) < frames) {
            reclaim(among);
        }
    }

    /** Keeps some frames free before they are asked for. */
    @Override
    public void changed() {
        if (memory.free() < low && !reclaiming && going(memory.guests()) < batch) {
            reclaim(memory.guests());
        }
    }

    private void reclaim(List<GuestMemory> among) {
        reclaiming = true;
        int looks = 0;
        for (int i = 0; i < among.size(); i++) {
            looks += among.get(i).order().size();
        }
        for (int out = 0; out < batch && looks > 0; looks--) {
            GuestMemory oldest = oldest(among);
            int page = oldest.order().first();
            oldest.order().remove(page);
            if (oldest.mayGo(page)) {
                oldest.swapOut(page, writing);
                out++;
            } else {
                oldest.order().add(page);
            }
        }
        writing.submit();
        reclaiming = false;
    }

    /** The guest whose first page is the next to go of all. */
    private static GuestMemory oldest(List<GuestMemory> among) {
        while (true) {
            GuestMemory oldest = among.get(0);
            for (int i = 1; i < among.size(); i++) {
                GuestMemory guest = among.get(i);
                if (guest.order().firstCame() < oldest.order().firstCame()) {
                    oldest = guest;
                }
            }
            if (!oldest.order().spareFirst()) {
                return oldest;
            }
        }
    }

    private static int going(List<GuestMemory> among) {
        int going = 0;
        for (int i = 0; i < among.size(); i++) {
            going += among.get(i).count(PageState.GOING);
        }
        return going;
    }

    @Override
    public int readAround() {
        return readAround;
    }

    @Override
    public boolean keepsSlots() {
        return true;
    }

    @Override
    public double balloonShare() {
        return 1;
    }

    @Override
    public boolean ordersPages() {
        return true;
    }
}
