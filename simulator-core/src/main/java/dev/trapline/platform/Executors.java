package dev.trapline.platform;

import dev.trapline.devicepath.Consumer;
import dev.trapline.devicepath.ConsumerCounts;
import dev.trapline.spec.ExecutorSpec;
import dev.trapline.work.Agenda;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Level;
import dev.trapline.work.Onlooker;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The executors of a platform's paths: how many there are of each, and in whose context. */
final class Executors {
    private final Host host;
    private final Map<String, Consumer> made = new LinkedHashMap<>();

    Executors(Host host) {
        this.host = host;
    }

    /**
     * The executor of this name for a guest: the one of the whole platform, of its device, its own, or its vCPU's. A device has one
     * for each of its queues.
     */
    Consumer get(String name, GuestParts guest, int deviceNumber, int queue) {
        ExecutorSpec spec = host.platform().executors().get(name);
        if (spec == null) {
            throw new IllegalArgumentException(host.platform().fullName() + ": a path names the executor '" + name
                    + "', there are " + host.platform().executors().keySet());
        }
        int number = switch (spec.onePer()) {
            case "platform" -> 0;
            case "device" -> deviceNumber;
            case "vcpu" -> guest.number() % Math.max(1, host.driverDomain().size());
            default -> guest.number();
        };
        boolean eachQueue = spec.onePer().equals("device") && !spec.in().equals("guest");
        String key = (spec.in().equals("guest") ? name + " of " + guest.guest().name() : name + " " + number)
                + (eachQueue && queue > 0 ? " queue " + queue : "");
        Consumer consumer = made.get(key);
        if (consumer == null) {
            consumer = make(key, spec, number, eachQueue ? queue : 0, guest);
            made.put(key, consumer);
        }
        return consumer;
    }

    void watchedBy(Onlooker onlooker) {
        made.values().forEach(consumer -> consumer.watchedBy(onlooker));
    }

    void checkConservation() {
        made.values().forEach(Consumer::checkConservation);
    }

    Map<String, ConsumerCounts> counts() {
        Map<String, ConsumerCounts> counts = new LinkedHashMap<>();
        made.forEach((name, consumer) -> counts.put(name, consumer.counts()));
        return Collections.unmodifiableMap(counts);
    }

    private Consumer make(String name, ExecutorSpec spec, int numberOfIts, int queue, GuestParts guest) {
        int number = (spec.affinity() >= 0 ? spec.affinity() : numberOfIts) + queue;
        Core core = core(name, spec, number);
        Agenda agenda = switch (spec.in()) {
            case "guest" -> vcpu(guest.guest().vcpus(), spec).agenda();
            case "driver-domain" -> pick(host.driverDomain(), number, name).agenda();
            case "host-thread" -> host.newHostThread(name, spec.weight(), spec.affinity() < 0 ? -1 : core.index()).agenda();
            default -> core.stolen();
        };
        return new Consumer(
                name,
                Level.valueOf(spec.level().toUpperCase(Locale.ROOT)),
                agenda,
                host.simulation(),
                spec.ring(),
                spec.batch(),
                host.moderationSlot(),
                host.interruptOn(core, spec.in().equals("core")));
    }

    /** The core that takes its device's interrupts: the one that its context is pinned to, or else of its own number. */
    private Core core(String name, ExecutorSpec spec, int number) {
        List<Core> cores = host.processors().cores();
        int pinned = spec.in().equals("driver-domain")
                ? pick(host.driverDomain(), number, name).pinnedTo()
                : -1;
        if (pinned >= 0) {
            return cores.get(pinned);
        }
        return cores.get(number % cores.size());
    }

    private static Context vcpu(List<Context> vcpus, ExecutorSpec spec) {
        return vcpus.get(Math.max(0, spec.affinity()) % vcpus.size());
    }

    private static Context pick(List<Context> contexts, int number, String name) {
        if (contexts.isEmpty()) {
            throw new IllegalArgumentException("executor '" + name + "' is in a driver domain, and the platform has none");
        }
        return contexts.get(number % contexts.size());
    }
}
