package dev.trapline.hardware;

/** An operation that a layer has handed to the device behind it and whose end it wants to see. */
abstract class PassedOn implements BlockDevice.Job {
    private BlockDevice.Job job;

    /** Stands for another operation from now on. */
    final void stands(BlockDevice.Job passed) {
        job = passed;
    }

    final BlockDevice.Job job() {
        return job;
    }

    @Override
    public final long bytes() {
        return job.bytes();
    }

    @Override
    public final boolean isWrite() {
        return job.isWrite();
    }

    @Override
    public final double position() {
        return job.position();
    }

    @Override
    public final boolean isSequential() {
        return job.isSequential();
    }

    @Override
    public final Object source() {
        return job.source();
    }

    @Override
    public final long begins() {
        return job.begins();
    }

    @Override
    public final long ends() {
        return job.ends();
    }

    @Override
    public final double angle() {
        return job.angle();
    }

    @Override
    public final void spent(StorageTime how, long until) {
        job.spent(how, until);
    }
}
