package dev.trapline.hardware;

import dev.trapline.engine.Simulation;

/**
 * What lies between a host and its storage: ports that transfer what is written there and what is read back, each direction
 * for itself, and a latency that every operation has on its way there and back.
 */
final class Link extends Layer {
    private final Simulation simulation;
    private final Station out;
    private final Station back;
    private final DelayLine there;
    private final DelayLine home;
    private final long bytesPerSecond;
    private final Pool<Crossing> crossings = new Pool<>(Crossing::new);
    private long submitted;
    private long ended;

    /** @param latencyPicos of either direction, beyond the transfer */
    static Link of(String name, BlockDevice behind, int ports, long bytesPerSecond, long latencyPicos, Simulation simulation) {
        Station out = new Station(name, "link out", ports, simulation);
        Station back = new Station(name, "link back", ports, simulation);
        return new Link(name, behind, out, back, bytesPerSecond, latencyPicos, simulation);
    }

    private Link(
            String name, BlockDevice behind, Station out, Station back, long bytesPerSecond, long latencyPicos, Simulation simulation) {
        super(behind, out, back);
        this.simulation = simulation;
        this.out = out;
        this.back = back;
        this.bytesPerSecond = bytesPerSecond;
        there = latencyPicos == 0 ? null : new DelayLine(name + " latency out", latencyPicos, simulation);
        home = latencyPicos == 0 ? null : new DelayLine(name + " latency back", latencyPicos, simulation);
    }

    @Override
    public void submit(Job job) {
        submitted++;
        Crossing crossing = crossings.take();
        crossing.begins(job);
        if (job.isWrite()) {
            out.enter(crossing);
        } else {
            crossing.goesOut();
        }
    }

    @Override
    long inside() {
        return submitted - ended;
    }

    @Override
    public void checkConservation() {
        out.checkConservation();
        back.checkConservation();
        super.checkConservation();
        if (inside() != crossings.inUse()) {
            throw new IllegalStateException("a link: " + inside() + " operations are inside, " + crossings.inUse() + " cross it");
        }
        if (behind().isIdle() && inside() != out.inside() + back.inside() + (there == null ? 0 : there.inside() + home.inside())) {
            throw new IllegalStateException("a link: of " + submitted + " operations " + ended
                    + " have ended, and the others are neither on their way nor behind it");
        }
    }

    private final class Crossing extends PassedOn implements Station.Visitor, DelayLine.Traveller {
        private boolean returns;

        void begins(Job job) {
            stands(job);
            returns = false;
        }

        @Override
        public long servicePicos() {
            return Rates.picos(bytes(), bytesPerSecond);
        }

        @Override
        public void begun() {
            spent(StorageTime.LINK_QUEUE, simulation.now());
        }

        @Override
        public void served() {
            spent(StorageTime.LINK, simulation.now());
            if (returns) {
                goesHome();
            } else {
                goesOut();
            }
        }

        void goesOut() {
            if (there == null) {
                behind().submit(this);
            } else {
                there.enter(this);
            }
        }

        private void goesHome() {
            if (home == null) {
                over();
            } else {
                home.enter(this);
            }
        }

        @Override
        public void arrived() {
            spent(StorageTime.FABRIC, simulation.now());
            if (returns) {
                over();
            } else {
                behind().submit(this);
            }
        }

        @Override
        public void ended() {
            returns = true;
            if (isWrite()) {
                goesHome();
            } else {
                back.enter(this);
            }
        }

        private void over() {
            Job done = job();
            ended++;
            crossings.giveBack(this);
            done.ended();
        }
    }
}
