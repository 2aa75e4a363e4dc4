package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.memory.DataSet;
import dev.trapline.memory.Pages;
import dev.trapline.spec.PagingSpec;
import dev.trapline.virtualization.Operation;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import java.util.List;

/** The program reads a file from beginning to end, through the page cache of its guest with its read-ahead. */
final class ReadFileStep implements Step {
    /** The most calls that are one piece of work. */
    private static final int CALLS_AT_A_TIME = 32;

    static final Component<StepFactory> COMPONENT = new Component<>(
            "read-file",
            "The program reads a file from beginning to end, through its guest's page cache.",
            "",
            List.of(
                    Shape.required("read-file", Shape.of(Dimension.BYTES, Pages.BYTES, Pages.MOST_BYTES), "The size of the file."),
                    Shape.optional(
                            "piece", Shape.of(Dimension.BYTES, Pages.BYTES, 1e9), 64L << 10, "What one system call reads of it."),
                    Shape.optional(
                            "loaded", Shape.flag(), false, "Whether it is in memory from the beginning, as far as there is room.")),
            values -> (number, setting, mixes) -> new ReadFileStep(number, values, setting));

    private final int pagesOfCall;
    private final Price call;
    private final DataSet file;
    private final PageAccess access;
    private int next;
    private int calls;

    private ReadFileStep(int number, Values values, Setting setting) {
        pagesOfCall = Pages.in(values.whole("piece"));
        call = price(setting, values.whole("piece"));
        file = setting.paging().get().data(number, Pages.in(values.whole("read-file")), DataSet.Kind.FILE, values.flag("loaded"));
        PagingSpec paging = setting.guest().spec().os().paging();
        access = new PageAccess(setting.paging().get(), Price.FREE, Math.max(1, Pages.in(paging.readAheadBytes())));
    }

    private static Price price(Setting setting, long bytes) {
        int copy = setting.guest().pricing().slots().service(Place.GUEST_KERNEL, "copy");
        long milli = Math.multiplyExact(setting.guest().pricing().costs().get("copy-byte").milli(), bytes);
        return setting.guest().pricing().price(Operation.SYSTEM_CALL).and(Price.of(List.of(new Price.Item(copy, milli, 1))));
    }

    @Override
    public Next begin(Worker worker) {
        while (next < file.pages()) {
            Next reached = access.reach(worker, file.page(next), false);
            if (reached != Next.GOES_ON) {
                return reached;
            }
            if (++next % pagesOfCall == 0) {
                call.appendTo(worker.pays(), worker.piece());
                if (++calls % CALLS_AT_A_TIME == 0) {
                    worker.again();
                    return Next.WORKS;
                }
            }
        }
        next = 0;
        return Next.WORKS;
    }
}
