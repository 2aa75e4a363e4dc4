package dev.trapline.memory;

import dev.trapline.work.Price;

/**
 * What the platform's faults cost the vCPU that takes them.
 *
 * @param fault to be given a frame
 * @param swapIn to be given one that has to be read, all in
 */
public record FaultPrices(Price fault, Price swapIn) {
    public static final FaultPrices FREE = new FaultPrices(Price.FREE, Price.FREE);
}
