package dev.trapline.hardware;

import dev.trapline.engine.Simulation;

/** The processor of a controller, which has so much to do for each operation before the devices behind it get it. */
class Controller extends Layer {
    private final Station processor;
    private final long picos;
    private final Simulation simulation;
    private final Pool<Visit> visits = new Pool<>(Visit::new);

    Controller(String name, BlockDevice behind, long picos, Simulation simulation) {
        this(behind, new Station(name, "controller", 1, simulation), picos, simulation);
    }

    private Controller(BlockDevice behind, Station processor, long picos, Simulation simulation) {
        super(behind, processor);
        this.processor = processor;
        this.picos = picos;
        this.simulation = simulation;
    }

    @Override
    public void submit(Job job) {
        Visit visit = visits.take();
        visit.job = job;
        processor.enter(visit);
    }

    @Override
    long inside() {
        return processor.inside();
    }

    @Override
    public void checkConservation() {
        processor.checkConservation();
        super.checkConservation();
        if (processor.inside() != visits.inUse()) {
            throw new IllegalStateException("a controller has " + processor.inside() + " operations, and " + visits.inUse()
                    + " in use");
        }
    }

    private final class Visit implements Station.Visitor {
        private Job job;

        @Override
        public long servicePicos() {
            return picos;
        }

        @Override
        public void begun() {
            job.spent(StorageTime.CONTROLLER_QUEUE, simulation.now());
        }

        @Override
        public void served() {
            Job done = job;
            visits.giveBack(this);
            done.spent(StorageTime.CONTROLLER, simulation.now());
            behind().submit(done);
        }
    }
}
