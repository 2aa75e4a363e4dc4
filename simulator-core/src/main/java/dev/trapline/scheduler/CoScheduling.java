package dev.trapline.scheduler;

import dev.trapline.work.Core;

/** Whether the vCPUs of one guest are started and stopped each by itself, or with regard to each other. */
interface CoScheduling {
    /** Each by itself. */
    CoScheduling NONE = new CoScheduling() {
        @Override
        public void admit(Competitor competitor) {}

        @Override
        public void start() {}

        @Override
        public void waits(Competitor competitor) {}

        @Override
        public void rests(Competitor competitor) {}

        @Override
        public void runs(Competitor competitor, Core core) {}

        @Override
        public boolean isHeld(Competitor competitor) {
            return false;
        }

        @Override
        public boolean mayStart(Competitor competitor, Core core) {
            return true;
        }

        @Override
        public Competitor promisedTo(Core core) {
            return null;
        }
    };

    void admit(Competitor competitor);

    /** Everybody is admitted. */
    void start();

    /** It wants a core and has none. */
    void waits(Competitor competitor);

    /** It wants no core, or may have none for a cap. */
    void rests(Competitor competitor);

    /** It was chosen and runs on the core; others may have to start with it. */
    void runs(Competitor competitor, Core core);

    /** Whether it may not start by itself. */
    boolean isHeld(Competitor competitor);

    /** Whether it may start on the core now, with those that must start with it. */
    boolean mayStart(Competitor competitor, Core core);

    /** Who must start on the core now because it starts with others, or null. */
    Competitor promisedTo(Core core);
}
