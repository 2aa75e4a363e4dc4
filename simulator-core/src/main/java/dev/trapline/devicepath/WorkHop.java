package dev.trapline.devicepath;

import dev.trapline.work.Block;
import dev.trapline.work.Meter;
import dev.trapline.work.Price;

/** Consecutive stages of one executor: what they cost for each transfer, each byte and each batch. */
final class WorkHop implements Hop {
    private final WorkPrice price;
    private final Consumer consumer;
    private final Signal signal;
    private final DeviceInterrupt interrupt;

    /**
     * @param consumer who works here; null: whoever brings the transfer
     * @param interrupt the device's that announces transfers here; null: {@code notification} does
     */
    WorkHop(WorkPrice price, Consumer consumer, Notification notification, DeviceInterrupt interrupt) {
        this.price = price;
        this.consumer = consumer;
        signal = new Signal(consumer, notification);
        this.interrupt = interrupt;
    }

    /** How the next executor is told: what that costs the sender and the receiver, and whether also one that is awake. */
    record Notification(Price sending, Price delivery, boolean always) {
        static final Notification NONE = new Notification(Price.FREE, Price.FREE, false);
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        if (interrupt != null) {
            consumer.offer(transfer, null, signal);
            consumer.expectsInterrupt();
            interrupt.request();
        } else if (consumer == null || consumer == by) {
            by.carry(transfer);
        } else {
            consumer.offer(transfer, by, signal);
            if (by == null) {
                consumer.announce(signal.how().delivery());
            }
        }
    }

    /** Packets arrive here by {@code arriving}, and its interrupt announces them. */
    void announces(NetworkInterface.Direction arriving) {
        if (interrupt != null) {
            arriving.announcedBy(interrupt.line(), consumer);
        }
    }

    /** Writes what this transfer costs here; {@code opensBatch} adds what each batch costs once. */
    void write(Transfer transfer, Meter meter, Block block, boolean opensBatch) {
        price.write(transfer, meter, block, opensBatch);
    }
}
