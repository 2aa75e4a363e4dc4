package dev.trapline.run;

import dev.trapline.declare.Values;
import dev.trapline.hardware.DiskOrder;
import dev.trapline.spec.DeviceSpec;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.workload.Workloads;
import java.util.ArrayList;
import java.util.List;

/** Whether a product-form network stands for what is simulated, and why not. */
final class Reach {
    private static final List<String> STEPS = List.of("compute", "disk", "send", "receive");
    /** A station with less than this part of the greatest demand counts as delay where guests share it. */
    private static final double SLIGHT = 0.01;

    private final MachineSpec machine;
    private final GuestSpec guest;
    private final LoadShape load;
    private final List<String> reasons = new ArrayList<>();

    private Reach(MachineSpec machine, GuestSpec guest, LoadShape load) {
        this.machine = machine;
        this.guest = guest;
        this.load = load;
    }

    /** What is seen before anything ran, in sentences without a stop; none if it may be within reach. */
    static List<String> obstacles(MachineSpec machine, GuestSpec guest, LoadShape load) {
        Reach reach = new Reach(machine, guest, load);
        reach.work();
        reach.processors();
        return reach.reasons;
    }

    /** What is seen of the demands. */
    static List<String> obstacles(MachineSpec machine, GuestSpec guest, LoadShape load, Demands demands) {
        Reach reach = new Reach(machine, guest, load);
        if (demands.elsewhere() > SLIGHT * demands.cores()) {
            reach.reasons.add("work of a request is done by the driver domain or the host, which compete with guests for cores");
        }
        reach.disks(demands);
        if (!load.isOpen()) {
            reach.sharedDevices(demands);
        }
        return reach.reasons;
    }

    /** Whether each disk does one operation after the other; what does several has no single demand. */
    static boolean hasPlainDisks(MachineSpec machine) {
        return machine.disks().stream().allMatch(Reach::isPlain);
    }

    /** Whether operations can wait for a disk that takes the nearest first: what one alone takes is no demand then. */
    static boolean isSorted(MachineSpec machine, GuestSpec guest, LoadShape load) {
        boolean several = load.isOpen() || load.clients() > 1 || guest.count() > machine.disks().size();
        return several && machine.disks().stream().anyMatch(Reach::chooses);
    }

    /** Disks of the other types have no order of their own. */
    private static boolean chooses(DeviceSpec disk) {
        return isPlain(disk) && !disk.values().text("order").equals(DiskOrder.FIFO.word());
    }

    private static boolean isPlain(DeviceSpec disk) {
        return disk.type().equals("disk");
    }

    /** Whether no guest ever has more requests than vCPUs, so that they queue for cores only. */
    static boolean everyRequestHasItsVcpu(GuestSpec guest, LoadShape load) {
        return !load.isOpen() && load.clients() <= guest.vcpus();
    }

    private void work() {
        for (Values step : guest.workload().values().list("steps", Values.class)) {
            if (step.names().stream().noneMatch(STEPS::contains)) {
                reasons.add("a step is none of compute, disk, send and receive");
            }
            if (step.has("lock")) {
                reasons.add("requests wait for a lock");
            }
        }
        if (Workloads.usesMemory(guest.workload().values())) {
            reasons.add("pages come and go");
        }
        if (!load.isOpen() && load.tasks() < load.clients()) {
            reasons.add("there are fewer tasks in a guest (" + load.tasks() + ") than clients (" + load.clients() + ")");
        }
        if (load.isOpen() && guest.workload().values().text("arrivals").equals("regular")) {
            reasons.add("requests do not arrive at random");
        }
    }

    private void processors() {
        if (machine.threadsPerCore() > 1) {
            reasons.add("the speed of a core depends on its sibling thread");
        }
        if (guest.share().isCapped() || guest.share().reserve() > 0 || !guest.cores().isEmpty()) {
            reasons.add("guests are pinned, capped or have a reserve");
        }
        if (everyRequestHasItsVcpu(guest, load)) {
            return;
        }
        if (guest.vcpus() > 1) {
            reasons.add("the tasks of a guest belong to one of its " + guest.vcpus() + " vCPUs each, which is no common queue");
        }
        if (guest.count() * guest.vcpus() > machine.cores()) {
            reasons.add("requests queue for a vCPU and vCPUs for a core, of which there are fewer");
        }
    }

    private void disks(Demands demands) {
        if (demands.disk() > 0 && !hasPlainDisks(machine)) {
            reasons.add("a disk does several operations at once");
        } else if (demands.disk() > 0 && isSorted(machine, guest, load)) {
            reasons.add("a disk chooses among the operations that wait, so that each takes the less the more there are");
        }
    }

    /** Closed guests that meet at a device are classes of customers of their own. */
    private void sharedDevices(Demands demands) {
        if (guest.count() == 1) {
            return;
        }
        double slight = SLIGHT * StrictMath.max(demands.cores(), StrictMath.max(demands.disk(), demands.nic()));
        boolean apart = !everyRequestHasItsVcpu(guest, load);
        shared("disk", machine.disks().size(), demands.disk() > slight, apart);
        shared("network interface", machine.nics().size(), demands.nic() > slight, apart);
    }

    /** Guests that have nothing else in common must not meet; those that meet at the cores must all meet. */
    private void shared(String device, int devices, boolean used, boolean apart) {
        if (used && apart && guest.count() > devices) {
            reasons.add("closed guests share a " + device);
        } else if (used && !apart && devices > 1) {
            reasons.add("closed guests that meet at the cores have a " + device + " each");
        }
    }
}
