package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.Transfer;
import dev.trapline.random.KeyedSource;
import dev.trapline.virtualization.Operation;
import dev.trapline.work.Price;
import java.util.List;

/** The worker reads or writes its disk and sleeps until that is done. */
final class DiskStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "disk",
            "The program reads or writes its disk and waits.",
            "",
            List.of(
                    Shape.required("disk", Shape.choice("read", "write", "mixed"), "Which; mixed: as `read-share` says."),
                    Shape.required("bytes", Shape.of(Dimension.BYTES, 512, 1e9), "The size of the operation."),
                    Shape.optional("access", Shape.choice("random", "sequential"), "random", "Where on the disk."),
                    Shape.optional(
                            "file",
                            Shape.bytes(),
                            0L,
                            "Random operations lie in a file of this size, at multiples of theirs; 0: all over the disk."),
                    Shape.optional("read-share", Shape.ratio(), 0.5, "Of mixed operations, how many read."),
                    Shape.optional("probability", Shape.ratio(), 1.0, "How many requests do this at all.")),
            values -> (number, setting, mixes) -> new DiskStep(number, values, setting));

    private final int number;
    private final long bytes;
    private final boolean sequential;
    private final long file;
    private final double readShare;
    private final double probability;
    private final Price call;

    private DiskStep(int number, Values values, Setting setting) {
        this.number = number;
        bytes = values.whole("bytes");
        sequential = values.text("access").equals("sequential");
        file = values.whole("file");
        probability = values.number("probability");
        readShare = switch (values.text("disk")) {
            case "read" -> 1;
            case "write" -> 0;
            default -> values.number("read-share");
        };
        call = setting.guest().pricing().price(Operation.SYSTEM_CALL);
    }

    @Override
    public Next begin(Worker worker) {
        Setting setting = worker.setting();
        Request request = worker.request();
        KeyedSource draws = setting.drawsOf(request.client(), request.index(), number);
        if (draws.nextDouble() >= probability) {
            return Next.GOES_ON;
        }
        boolean write = draws.nextDouble() >= readShare;
        double position = draws.nextDouble();
        double angle = draws.nextDouble();
        call.appendTo(worker.pays(), worker.piece());
        Transfer operation = setting.ports().diskOperation(
                bytes, write, sequential, position, angle, setting.guest(), request.trail(), worker.wakes());
        if (sequential) {
            setting.ports().append(operation, setting.draws().at(0, 0, number).nextDouble());
        }
        if (file > 0 && !sequential) {
            long places = Math.max(1, file / bytes);
            setting.ports().place(operation, setting.draws().at(0, 0, number).nextDouble(), (long) (position * places) * bytes);
        }
        setting.ports().submit(worker, operation);
        return Next.SLEEPS;
    }
}
