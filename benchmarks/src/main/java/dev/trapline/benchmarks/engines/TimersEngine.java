package dev.trapline.benchmarks.engines;

import dev.trapline.benchmarks.queue.Hold;
import dev.trapline.benchmarks.queue.IncrementTable;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/** The project's engine, one timer with an action of its own for each thing that can happen. */
final class TimersEngine implements Engine {
    @Override
    public String name() {
        return "timers";
    }

    @Override
    public Model hold(int pending, IncrementTable increments) {
        return Hold.ofTimers(pending, increments)::execute;
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

    /** Each expired timer is armed anew, and another is cancelled and armed anew. */
    private static final class Moving implements Model {
        private final Simulation simulation = new Simulation();
        private final Timer[] timers;
        private final IncrementTable increments;
        private int other;
        private long left;

        Moving(int pending, IncrementTable increments) {
            this.increments = increments;
            timers = new Timer[pending];
            for (int i = 0; i < pending; i++) {
                int number = i;
                timers[i] = simulation.newTimer("event", Phase.ARRIVE, () -> expire(number));
                timers[i].armAfter(increments.next());
            }
        }

        private void expire(int number) {
            timers[number].armAfter(increments.next());
            other = (other + 7_919) % timers.length;
            timers[other].cancel();
            timers[other].armAfter(increments.next());
            if (--left == 0) {
                simulation.stop();
            }
        }

        @Override
        public void execute(long events) {
            left = events;
            simulation.runUntil(Long.MAX_VALUE);
        }
    }

    private static final class SingleServer implements Model {
        private final Simulation simulation = new Simulation();
        private final Timer arrival = simulation.newTimer("arrival", Phase.ARRIVE, this::arrive);
        private final Timer service = simulation.newTimer("service", Phase.COMPLETE, this::leave);
        private final WaitingRoom arrived = new WaitingRoom();
        private final Draws draws;
        private long sojourns;
        private long left;

        SingleServer(Draws draws) {
            this.draws = draws;
            arrival.armAfter(draws.time());
        }

        private void arrive() {
            arrival.armAfter(draws.time());
            arrived.add(simulation.now());
            if (arrived.size() == 1) {
                service.armAfter(draws.time(LOAD));
            }
        }

        private void leave() {
            sojourns += simulation.now() - arrived.remove();
            if (arrived.size() > 0) {
                service.armAfter(draws.time(LOAD));
            }
            if (--left == 0) {
                simulation.stop();
            }
        }

        @Override
        public void execute(long customers) {
            left = customers;
            simulation.runUntil(Long.MAX_VALUE);
            if (sojourns < 0) {
                throw new IllegalStateException("sojourns " + sojourns);
            }
        }
    }

    private static final class CentralServer implements Model {
        private final Simulation simulation = new Simulation();
        private final Draws draws;
        private final Station processor = new Station("processor", 0.1);
        private final Station[] disks = new Station[DISKS];
        private final Timer[] thinking;
        private long left;

        CentralServer(int customers, Draws draws) {
            this.draws = draws;
            for (int i = 0; i < DISKS; i++) {
                disks[i] = new Station("disk", 0.6);
            }
            thinking = new Timer[customers];
            for (int i = 0; i < customers; i++) {
                int customer = i;
                thinking[i] = simulation.newTimer("thinking", Phase.ARRIVE, () -> processor.take(customer));
                thinking[i].armAfter(draws.time(customers));
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
                thinking[customer].armAfter(draws.time(thinking.length));
            }
            if (--left == 0) {
                simulation.stop();
            }
        }

        @Override
        public void execute(long visits) {
            left = visits;
            simulation.runUntil(Long.MAX_VALUE);
        }

        private final class Station {
            private final Timer service;
            private final WaitingRoom waiting = new WaitingRoom();
            private final double mean;

            Station(String name, double mean) {
                this.mean = mean;
                service = simulation.newTimer(name, Phase.COMPLETE, this::complete);
            }

            void take(int customer) {
                waiting.add(customer);
                if (waiting.size() == 1) {
                    service.armAfter(draws.time(mean));
                }
            }

            private void complete() {
                int customer = (int) waiting.remove();
                if (waiting.size() > 0) {
                    service.armAfter(draws.time(mean));
                }
                leave(this, customer);
            }
        }
    }
}
