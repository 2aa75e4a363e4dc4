package dev.trapline.benchmarks.engines;

import dev.trapline.benchmarks.queue.Hold;
import dev.trapline.benchmarks.queue.IncrementTable;
import java.util.PriorityQueue;

/** A {@link PriorityQueue} of records, as one writes it in five minutes; what is cancelled stays in it and is passed over. */
final class RecordsEngine implements Engine {
    @Override
    public String name() {
        return "records";
    }

    @Override
    public Model hold(int pending, IncrementTable increments) {
        return Hold.ofRecords(pending, increments)::execute;
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

    private record Event(long instant, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byInstant = Long.compare(instant, other.instant);
            return byInstant != 0 ? byInstant : Long.compare(order, other.order);
        }
    }

    private static class Clock {
        private final PriorityQueue<Event> queue = new PriorityQueue<>();
        private long added;
        Event current;
        long now;
        long left;

        final Event after(long delay, Runnable action) {
            Event event = new Event(now + delay, added++, action);
            queue.add(event);
            return event;
        }

        final void run(long operations) {
            left = operations;
            while (left > 0) {
                current = queue.poll();
                now = current.instant;
                current.action.run();
            }
        }
    }

    private static final class Moving extends Clock implements Model {
        private final Event[] armed;
        private final Runnable[] actions;
        private final IncrementTable increments;
        private int other;

        Moving(int pending, IncrementTable increments) {
            this.increments = increments;
            armed = new Event[pending];
            actions = new Runnable[pending];
            for (int i = 0; i < pending; i++) {
                int number = i;
                actions[i] = () -> expire(number);
                armed[i] = after(increments.next(), actions[i]);
            }
        }

        /** An event that is not the last one armed under its number was cancelled. */
        private void expire(int number) {
            if (armed[number] != current) {
                return;
            }
            armed[number] = after(increments.next(), actions[number]);
            other = (other + 7_919) % armed.length;
            armed[other] = after(increments.next(), actions[other]);
            left--;
        }

        @Override
        public void execute(long events) {
            run(events);
        }
    }

    private static final class SingleServer extends Clock implements Model {
        private final WaitingRoom arrived = new WaitingRoom();
        private final Draws draws;
        private long sojourns;

        SingleServer(Draws draws) {
            this.draws = draws;
            after(draws.time(), this::arrive);
        }

        private void arrive() {
            after(draws.time(), this::arrive);
            arrived.add(now);
            if (arrived.size() == 1) {
                after(draws.time(LOAD), this::leave);
            }
        }

        private void leave() {
            sojourns += now - arrived.remove();
            if (arrived.size() > 0) {
                after(draws.time(LOAD), this::leave);
            }
            left--;
        }

        @Override
        public void execute(long customers) {
            run(customers);
            if (sojourns < 0) {
                throw new IllegalStateException("sojourns " + sojourns);
            }
        }
    }

    private static final class CentralServer extends Clock implements Model {
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
                think(i);
            }
        }

        private void think(int customer) {
            after(draws.time(customers), () -> processor.take(customer));
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
                think(customer);
            }
            left--;
        }

        @Override
        public void execute(long visits) {
            run(visits);
        }

        private final class Station {
            private final WaitingRoom waiting = new WaitingRoom();
            private final double mean;

            Station(double mean) {
                this.mean = mean;
            }

            void take(int customer) {
                waiting.add(customer);
                if (waiting.size() == 1) {
                    after(draws.time(mean), this::complete);
                }
            }

            private void complete() {
                int customer = (int) waiting.remove();
                if (waiting.size() > 0) {
                    after(draws.time(mean), this::complete);
                }
                leave(this, customer);
            }
        }
    }
}
