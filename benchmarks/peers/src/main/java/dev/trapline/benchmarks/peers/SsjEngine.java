package dev.trapline.benchmarks.peers;

import dev.trapline.benchmarks.engines.Draws;
import dev.trapline.benchmarks.engines.Engine;
import dev.trapline.benchmarks.engines.Model;
import dev.trapline.benchmarks.queue.IncrementTable;
import java.util.LinkedList;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** SSJ with its usual event list, a splay tree; events are subclasses with {@code actions()}, as in its guide. */
public final class SsjEngine implements Engine {
    @Override
    public String name() {
        return "ssj";
    }

    @Override
    public Model hold(int pending, IncrementTable increments) {
        Holding model = new Holding(increments);
        for (int i = 0; i < pending; i++) {
            model.new Held().schedule(increments.next());
        }
        return model;
    }

    @Override
    public Model cancelling(int pending, IncrementTable increments) {
        return new Moving(pending, increments);
    }

    @Override
    public Model singleServer(Draws draws) {
        return new SingleServer(draws);
    }

    @Override
    public Model centralServer(int customers, Draws draws) {
        return new CentralServer(customers, draws);
    }

    /** A simulator that stops after so many operations. */
    private abstract static class Stopping implements Model {
        final Simulator simulator = new Simulator();
        private long left;

        Stopping() {
            simulator.init();
        }

        final void count() {
            if (--left == 0) {
                simulator.stop();
            }
        }

        @Override
        public void execute(long operations) {
            left = operations;
            simulator.start();
            if (left != 0) {
                throw new IllegalStateException(left + " operations are left");
            }
        }
    }

    private static final class Holding extends Stopping {
        private final IncrementTable increments;

        Holding(IncrementTable increments) {
            this.increments = increments;
        }

        private final class Held extends Event {
            Held() {
                super(simulator);
            }

            @Override
            public void actions() {
                schedule(increments.next());
                count();
            }
        }
    }

    private static final class Moving extends Stopping {
        private final IncrementTable increments;
        private final Event[] events;
        private int other;

        Moving(int pending, IncrementTable increments) {
            this.increments = increments;
            events = new Event[pending];
            for (int i = 0; i < pending; i++) {
                events[i] = new Moved();
                events[i].schedule(increments.next());
            }
        }

        private final class Moved extends Event {
            Moved() {
                super(simulator);
            }

            @Override
            public void actions() {
                schedule(increments.next());
                other = (other + 7_919) % events.length;
                events[other].cancel();
                events[other].schedule(increments.next());
                count();
            }
        }
    }

    private record Customer(double arrived) {}

    private static final class SingleServer extends Stopping {
        private final Draws draws;
        private final LinkedList<Customer> inside = new LinkedList<>();
        private double sojourns;

        SingleServer(Draws draws) {
            this.draws = draws;
            new Arrival().schedule(draws.time());
        }

        private final class Arrival extends Event {
            Arrival() {
                super(simulator);
            }

            @Override
            public void actions() {
                new Arrival().schedule(draws.time());
                inside.addLast(new Customer(simulator.time()));
                if (inside.size() == 1) {
                    new Departure().schedule(draws.time(LOAD));
                }
            }
        }

        private final class Departure extends Event {
            Departure() {
                super(simulator);
            }

            @Override
            public void actions() {
                sojourns += simulator.time() - inside.removeFirst().arrived();
                if (!inside.isEmpty()) {
                    new Departure().schedule(draws.time(LOAD));
                }
                count();
            }
        }
    }

    private static final class CentralServer extends Stopping {
        private final Draws draws;
        private final int customers;
        private final Station processor = new Station(0.1);
        private final Station[] disks = new Station[DISKS];

        CentralServer(int customers, Draws draws) {
            this.customers = customers;
            this.draws = draws;
            for (int i = 0; i < DISKS; i++) {
                disks[i] = new Station(0.6);
            }
            for (int i = 0; i < customers; i++) {
                new Thought(i).schedule(draws.time(customers));
            }
        }

        private void leave(Station station, int customer) {
            if (station != processor) {
                processor.take(customer);
                return;
            }
            int disk = draws.choice();
            if (disk < DISKS) {
                disks[disk].take(customer);
            } else {
                new Thought(customer).schedule(draws.time(customers));
            }
            count();
        }

        private final class Thought extends Event {
            private final int customer;

            Thought(int customer) {
                super(simulator);
                this.customer = customer;
            }

            @Override
            public void actions() {
                processor.take(customer);
            }
        }

        private final class Station {
            private final LinkedList<Integer> inside = new LinkedList<>();
            private final double mean;

            Station(double mean) {
                this.mean = mean;
            }

            void take(int customer) {
                inside.addLast(customer);
                if (inside.size() == 1) {
                    new Completion(this).schedule(draws.time(mean));
                }
            }
        }

        private final class Completion extends Event {
            private final Station station;

            Completion(Station station) {
                super(simulator);
                this.station = station;
            }

            @Override
            public void actions() {
                int customer = station.inside.removeFirst();
                if (!station.inside.isEmpty()) {
                    new Completion(station).schedule(draws.time(station.mean));
                }
                leave(station, customer);
            }
        }
    }
}
