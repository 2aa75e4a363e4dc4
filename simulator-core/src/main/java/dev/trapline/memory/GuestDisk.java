package dev.trapline.memory;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.random.KeyedSource;
import dev.trapline.work.Context;
import dev.trapline.work.Level;
import java.util.ArrayDeque;

/** A guest's way to its disk for pages: operations of whoever needs them, or of the system's own paging task. */
public final class GuestDisk {
    private final Simulation simulation;
    private final GuestPorts ports;
    private final BlockDevice disk;
    private final KeyedSource draws;
    private final PagingTask task;

    /** @param draws where on the disk its files and its swap area lie */
    public GuestDisk(Simulation simulation, GuestPorts ports, BlockDevice disk, Context vcpu, KeyedSource draws) {
        this.simulation = simulation;
        this.ports = ports;
        this.disk = disk;
        this.draws = draws;
        task = new PagingTask(vcpu);
    }

    GuestPorts ports() {
        return ports;
    }

    Simulation simulation() {
        return simulation;
    }

    /** Where its file of this number lies. */
    DiskPlace place(int number) {
        return new DiskPlace(disk, draws.at(0, number, 0).nextDouble());
    }

    /** @param by who pays for it; null: the paging task */
    void submit(Carrier by, Transfer operation) {
        if (by == null) {
            task.add(operation);
        } else {
            ports.submit(by, operation);
        }
    }

    /** The operating system's task that writes pages out, and reads those that had to wait for a page. */
    private final class PagingTask extends Carrier {
        private final ArrayDeque<Transfer> operations = new ArrayDeque<>();

        PagingTask(Context vcpu) {
            super(vcpu.name() + " paging", Level.TASK, vcpu.agenda(), GuestDisk.this.simulation);
        }

        void add(Transfer operation) {
            operations.addLast(operation);
            raise();
        }

        @Override
        protected boolean work() {
            Transfer next = operations.pollFirst();
            if (next == null) {
                return false;
            }
            ports.submit(this, next);
            return true;
        }
    }
}
