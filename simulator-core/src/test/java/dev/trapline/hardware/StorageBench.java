package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.spec.DeviceSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A device by its data sheet, and operations for it that remember what became of them. */
final class StorageBench {
    static final long MICRO = Time.PICOS_PER_MICRO;
    static final long MILLI = Time.PICOS_PER_MILLI;

    final Simulation simulation = new Simulation();
    final List<Operation> ended = new ArrayList<>();
    final BlockDevice device;
    private int number;

    StorageBench(DeviceSpec spec) {
        device = new DeviceMaker(simulation, each -> Devices.standard().create(each.values())).make("device", 0, spec);
    }

    /** The data sheet of a device: its type, and keys and their values in turn. */
    static DeviceSpec sheet(String type, Object... told) {
        Component<DeviceModel> component = Devices.standard().find(type).orElseThrow();
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("type", type);
        for (Shape.Key key : component.keys()) {
            if (key.fallback() != null) {
                held.put(key.name(), key.fallback());
            }
        }
        for (int i = 0; i < told.length; i += 2) {
            String name = (String) told[i];
            if (component.keys().stream().noneMatch(key -> key.name().equals(name))) {
                throw new IllegalArgumentException(type + " has no key " + name);
            }
            held.put(name, told[i + 1]);
        }
        return new DeviceSpec(type, type, Values.of(held));
    }

    /** A disk on which every operation takes a millisecond and a microsecond for each KB, wherever it lies. */
    static DeviceSpec steadyDisk() {
        return sheet(
                "disk", "overhead", MILLI, "track-seek", 0L, "average-seek", 0L, "full-seek", 0L, "rotation", 0L,
                "transfer", 8_000_000_000L, "capacity", 1_000_000_000L);
    }

    Operation read(long address, long bytes) {
        return at(simulation.now(), false, address, bytes);
    }

    Operation write(long address, long bytes) {
        return at(simulation.now(), true, address, bytes);
    }

    /** An operation that is submitted at this instant. */
    Operation at(long instant, boolean write, long address, long bytes) {
        Operation operation = new Operation(number++, instant, write, address, bytes);
        simulation.newTimer("operation " + operation.number, Phase.ARRIVE, () -> device.submit(operation)).armAt(instant);
        return operation;
    }

    /** Runs so many milliseconds from now on. */
    void run(long millis) {
        simulation.runUntil(simulation.now() + millis * MILLI);
        device.checkConservation();
    }

    final class Operation implements BlockDevice.Job {
        final int number;
        final long submitted;
        final EnumMap<StorageTime, Long> spent = new EnumMap<>(StorageTime.class);
        Object source = this;
        private final boolean write;
        private final long address;
        private final long bytes;
        private long until;
        private long endedAt = -1;

        Operation(int number, long submitted, boolean write, long address, long bytes) {
            this.number = number;
            this.submitted = submitted;
            this.write = write;
            this.address = address;
            this.bytes = bytes;
            until = submitted;
        }

        boolean hasEnded() {
            return endedAt >= 0;
        }

        /** From its submission to its end, in microseconds. */
        long micros() {
            if (!hasEnded()) {
                throw new IllegalStateException("operation " + number + " has not ended");
            }
            return (endedAt - submitted) / MICRO;
        }

        long micros(StorageTime how) {
            return spent.getOrDefault(how, 0L) / MICRO;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public boolean isWrite() {
            return write;
        }

        @Override
        public double position() {
            return (double) address / device.capacityBytes();
        }

        @Override
        public boolean isSequential() {
            return source != this;
        }

        @Override
        public Object source() {
            return source;
        }

        @Override
        public long begins() {
            return address;
        }

        @Override
        public long ends() {
            return address + bytes;
        }

        @Override
        public double angle() {
            return device.angle(address);
        }

        @Override
        public void spent(StorageTime how, long instant) {
            if (instant < until || instant > simulation.now()) {
                throw new IllegalStateException("operation " + number + " spent its time until " + until + " and then until " + instant);
            }
            spent.merge(how, instant - until, Long::sum);
            until = instant;
        }

        @Override
        public void ended() {
            if (hasEnded() || until != simulation.now()) {
                throw new IllegalStateException("operation " + number + " ended at " + simulation.now() + " and knows of its time until "
                        + until + ", ended before at " + endedAt);
            }
            endedAt = simulation.now();
            ended.add(this);
        }
    }
}
