package dev.trapline.devicepath;

import dev.trapline.work.Block;
import dev.trapline.work.Meter;
import java.util.Arrays;
import java.util.List;

/** What consecutive stages cost: the same for all guests of a kind. */
final class WorkPrice {
    private final StagePrice[] stages;

    WorkPrice(List<StagePrice> stages) {
        this.stages = stages.toArray(new StagePrice[0]);
    }

    /** Writes what this transfer costs; {@code opensBatch} adds what each batch costs once. */
    void write(Transfer transfer, Meter meter, Block block, boolean opensBatch) {
        for (StagePrice stage : stages) {
            stage.write(transfer, meter, block, opensBatch);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkPrice price && Arrays.equals(stages, price.stages);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stages);
    }
}
