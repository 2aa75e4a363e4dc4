package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.memory.DataSet;
import dev.trapline.memory.Pages;
import dev.trapline.random.KeyedSource;
import dev.trapline.virtualization.Operation;
import java.util.List;

/** The program uses pages of its data, chosen at random: what that costs depends on which are in memory. */
final class TouchStep implements Step {
    /** Draws of one use are keyed by its number beside that of the step. */
    private static final int STEPS = 1024;

    static final Component<StepFactory> COMPONENT = new Component<>(
            "touch",
            "The program uses pages of its data, chosen at random; those that are not in memory have to be fetched.",
            "",
            List.of(
                    Shape.required("touch", Shape.count(1, 1_000_000), "Pages that a request uses, one after the other."),
                    Shape.required("data", Shape.of(Dimension.BYTES, Pages.BYTES, Pages.MOST_BYTES), "All that it may use, of each guest."),
                    Shape.optional(
                            "kind",
                            Shape.choice("file", "anonymous"),
                            "anonymous",
                            "Whether it is a file, or memory of the program's own that goes to the guest's swap area."),
                    Shape.optional(
                            "pattern", Shape.choice("uniform", "zipf", "exponential"), "uniform", "Which pages are used more often."),
                    Shape.optional(
                            "exponent",
                            Shape.of(Dimension.NUMBER, 0, 10),
                            1.0,
                            "Of zipf: the page liked r-th is used in proportion to r to the power of minus this."),
                    Shape.optional(
                            "scale",
                            Shape.of(Dimension.BYTES, Pages.BYTES, Pages.MOST_BYTES),
                            64L << 20,
                            "Of exponential: over so much of the data pages are used less and less, by the factor e."),
                    Shape.optional("write-share", Shape.ratio(), 0.0, "How many uses write."),
                    Shape.optional(
                            "loaded", Shape.flag(), true, "Whether it is in memory from the beginning, as far as there is room.")),
            TouchStep::factory);

    private static StepFactory factory(Values values) {
        int pages = Pages.in(values.whole("data"));
        Popularity popularity = switch (values.text("pattern")) {
            case "zipf" -> Popularity.zipf(pages, values.number("exponent"));
            case "exponential" -> Popularity.exponential(pages, (double) values.whole("scale") / Pages.BYTES);
            default -> Popularity.uniform(pages);
        };
        return (number, setting, mixes) -> new TouchStep(number, values, pages, popularity, setting);
    }

    private final int number;
    private final int uses;
    private final double writeShare;
    private final Popularity popularity;
    private final DataSet data;
    private final PageAccess access;
    private int done;
    private boolean drawn;
    private int page;
    private boolean write;

    private TouchStep(int number, Values values, int pages, Popularity popularity, Setting setting) {
        this.number = number;
        this.popularity = popularity;
        uses = values.count("touch");
        writeShare = values.number("write-share");
        DataSet.Kind kind = values.text("kind").equals("file") ? DataSet.Kind.FILE : DataSet.Kind.ANONYMOUS;
        data = setting.paging().get().data(number, pages, kind, values.flag("loaded"));
        access = new PageAccess(
                setting.paging().get(), setting.guest().pricing().price(Operation.PAGE_FAULT), 1);
    }

    @Override
    public Next begin(Worker worker) {
        for (; done < uses; done++) {
            if (!drawn) {
                draw(worker);
            }
            Next next = access.reach(worker, page, write);
            if (next != Next.GOES_ON) {
                return next;
            }
            drawn = false;
        }
        done = 0;
        return Next.GOES_ON;
    }

    private void draw(Worker worker) {
        Request request = worker.request();
        KeyedSource draws = done == 0
                ? worker.setting().drawsOf(request.client(), request.index(), number)
                : worker.setting().draws().at(request.client(), request.index(), number + STEPS * done);
        page = data.pageOfRank(popularity.rank(draws.nextDouble()));
        write = writeShare > 0 && draws.nextDouble() < writeShare;
        drawn = true;
    }
}
