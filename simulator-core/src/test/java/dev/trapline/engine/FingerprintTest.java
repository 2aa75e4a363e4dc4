package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final Simulation simulation = new Simulation();
    private final Timer arrival = timer(simulation, "arrival");
    private final Timer departure = timer(simulation, "departure");

    @Test
    void isEqualForEqualRuns() {
        Simulation other = new Simulation();
        Timer otherArrival = timer(other, "named otherwise");
        Timer otherDeparture = timer(other, "too");

        arrival.armAt(10);
        departure.armAt(20);
        simulation.mixDraw(7);
        simulation.runUntil(30);
        otherArrival.armAt(10);
        otherDeparture.armAt(20);
        other.mixDraw(7);
        other.runUntil(30);

        assertThat(other.fingerprint()).isEqualTo(simulation.fingerprint());
    }

    @Test
    void isEqualHoweverARunIsCutIntoParts() {
        assertThat(run(10, 20, 10, 15, 20, 30)).isEqualTo(run(10, 20, 30));
    }

    @Test
    void differsWithTheInstantOfAnEvent() {
        assertThat(run(10, 20, 30)).isNotEqualTo(run(11, 20, 30)).isNotEqualTo(run(10, 21, 30));
    }

    @Test
    void differsWithTheOrderOfEventsAtOneInstant() {
        arrival.armAt(10);
        departure.armAt(10);
        simulation.runUntil(10);

        Simulation swapped = new Simulation();
        Timer swappedArrival = timer(swapped, "arrival");
        timer(swapped, "departure").armAt(10);
        swappedArrival.armAt(10);
        swapped.runUntil(10);

        assertThat(swapped.fingerprint()).isNotEqualTo(simulation.fingerprint());
    }

    @Test
    void differsWithTheTimerThatRuns() {
        arrival.armAt(10);
        simulation.runUntil(10);

        Simulation other = new Simulation();
        timer(other, "arrival");
        timer(other, "departure").armAt(10);
        other.runUntil(10);

        assertThat(other.fingerprint()).isNotEqualTo(simulation.fingerprint());
    }

    @Test
    void differsWithDrawsAndTheirOrder() {
        long none = draws();
        assertThat(draws(0)).isNotEqualTo(none);
        assertThat(draws(1)).isNotEqualTo(none).isNotEqualTo(draws(0));
        assertThat(draws(1, 2)).isNotEqualTo(draws(2, 1)).isNotEqualTo(draws(1));
        assertThat(draws(Long.MIN_VALUE)).isNotEqualTo(draws(0));
    }

    @Test
    void tellsAnEventFromTwoDrawsOfTheSameBits() {
        arrival.armAt(10);
        simulation.runUntil(10);

        assertThat(draws(10, 0)).isNotEqualTo(simulation.fingerprint());
    }

    @Test
    void doesNotCountWhatWasCancelled() {
        long before = simulation.fingerprint();
        arrival.armAt(10);
        arrival.cancel();
        simulation.runUntil(20);

        assertThat(simulation.fingerprint()).isEqualTo(before);
    }

    /** The value was computed outside of Java, from the description in {@link Fingerprint}. */
    @Test
    void hasTheSameValueOnEachJavaVersion() {
        simulation.mixDraw(-1);
        departure.armAt(Time.PICOS_PER_SECOND);
        simulation.runUntil(Time.PICOS_PER_SECOND);

        assertThat(simulation.fingerprint()).isEqualTo(0x3fc3020622b04786L);
    }

    private static long run(long arrivalInstant, long departureInstant, long... ends) {
        Simulation simulation = new Simulation();
        timer(simulation, "arrival").armAt(arrivalInstant);
        timer(simulation, "departure").armAt(departureInstant);
        for (long end : ends) {
            simulation.runUntil(end);
        }
        return simulation.fingerprint();
    }

    private static long draws(long... draws) {
        Simulation simulation = new Simulation();
        for (long bits : draws) {
            simulation.mixDraw(bits);
        }
        return simulation.fingerprint();
    }

    private static Timer timer(Simulation simulation, String name) {
        return simulation.newTimer(name, Phase.ARRIVE, () -> {});
    }
}
