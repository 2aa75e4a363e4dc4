package dev.trapline.guest;

import dev.trapline.work.Context;
import dev.trapline.work.Price;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By what the tasks of one guest wait for each other: its locks and barriers, by name, and what ends a long spin. */
public final class Synchronization {
    private final long windowMilliCycles;
    private final Price spinExit;
    private final Map<String, SpinLock> locks = new LinkedHashMap<>();
    /** The same locks as a list, which is gone through whenever a vCPU gets or loses a core. */
    private final List<SpinLock> spun = new ArrayList<>();
    private final Map<String, SleepLock> sleepLocks = new LinkedHashMap<>();
    private final Map<Integer, Barrier> barriers = new LinkedHashMap<>();
    private long spinExits;

    /**
     * @param windowMilliCycles after so long a vCPU that spins leaves the guest and lets its core go; 0: it never does
     * @param spinExit what that costs
     */
    public Synchronization(List<Context> vcpus, long windowMilliCycles, Price spinExit) {
        this.windowMilliCycles = windowMilliCycles;
        this.spinExit = spinExit;
        vcpus.forEach(vcpu -> vcpu.tellsMoves(() -> moved(vcpu)));
    }

    private void moved(Context vcpu) {
        for (int i = 0; i < spun.size(); i++) {
            SpinLock lock = spun.get(i);
            if (lock.isHeldOn(vcpu)) {
                lock.holderMoved();
            }
        }
    }

    /** The guest's lock of this name, which is made when it is asked for first. */
    public SpinLock lock(String name, SpinLock.Kind kind) {
        if (sleepLocks.containsKey(name)) {
            throw new IllegalArgumentException("the lock '" + name + "' is a mutex, not " + kind);
        }
        SpinLock lock = locks.computeIfAbsent(name, made -> {
            SpinLock added = new SpinLock(kind);
            spun.add(added);
            return added;
        });
        if (lock.kind() != kind) {
            throw new IllegalArgumentException("the lock '" + name + "' is " + lock.kind() + ", not " + kind);
        }
        return lock;
    }

    /** The guest's lock of this name that makes its waiters sleep, which is made when it is asked for first. */
    public SleepLock sleepLock(String name) {
        if (locks.containsKey(name)) {
            throw new IllegalArgumentException("the lock '" + name + "' is " + locks.get(name).kind() + ", not a mutex");
        }
        return sleepLocks.computeIfAbsent(name, made -> new SleepLock());
    }

    /** The guest's barrier of a step, which is made when it is asked for first. */
    public Barrier barrier(int step, int parties) {
        return barriers.computeIfAbsent(step, made -> new Barrier(parties));
    }

    /** How long a vCPU spins before it leaves the guest, in thousandths of a cycle; 0: for ever. */
    public long windowMilliCycles() {
        return windowMilliCycles;
    }

    /** What it costs to leave the guest for having spun too long; counted. */
    public Price spinExit() {
        spinExits++;
        return spinExit;
    }

    /** How often that happened so far. */
    public long spinExits() {
        return spinExits;
    }
}
