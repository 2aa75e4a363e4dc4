package dev.trapline.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyedSourceTest {

    private static final long PATH = KeyedSource.path("guests.load.arrivals");
    private static final double SIGMAS = 6;

    record Key(long client, long request, int step) {}

    /** A word of the key, to move to a neighbour of a key in that word only. */
    enum Word {
        SEED,
        REPLICATION,
        PATH,
        CLIENT,
        REQUEST,
        STEP;

        long draw(long seed, long client, long request, long change) {
            return new KeyedSource(
                            seed + (this == SEED ? change : 0),
                            3 + (int) (this == REPLICATION ? change : 0),
                            KeyedSourceTest.PATH + (this == PATH ? change : 0))
                    .at(
                            client + (this == CLIENT ? change : 0),
                            request + (this == REQUEST ? change : 0),
                            1 + (int) (this == STEP ? change : 0))
                    .nextLong();
        }
    }

    @Test
    void drawsDoNotDependOnTheOrderOfDrawing() {
        List<Key> keys = keys(20, 20, 3);
        Map<Key, long[]> inOrder = draws(keys);
        Collections.shuffle(keys, new Random(TestSeed.value()));
        Map<Key, long[]> shuffled = draws(keys);
        assertThat(shuffled.keySet()).isEqualTo(inOrder.keySet());
        inOrder.forEach((key, draws) -> assertThat(shuffled.get(key)).isEqualTo(draws));
    }

    @Test
    void anotherClientMovesNoDraw() {
        Map<Key, long[]> few = draws(keys(4, 50, 2));
        Map<Key, long[]> more = draws(keys(5, 50, 2));
        few.forEach((key, draws) -> assertThat(more.get(key)).isEqualTo(draws));
    }

    @Test
    void takingMoreDrawsForOneRequestMovesNoOther() {
        KeyedSource source = new KeyedSource(TestSeed.value(), 0, PATH);
        long alone = source.at(1, 2, 3).nextLong();
        source.at(1, 1, 3);
        for (int i = 0; i < 17; i++) {
            source.nextGaussian();
        }
        assertThat(source.at(1, 2, 3).nextLong()).isEqualTo(alone);
    }

    @Test
    void theFirstDrawNeedsNoSource() {
        assertThat(KeyedSource.first(PATH, 5, 6, 7)).isEqualTo(new KeyedSource(0, 0, PATH).at(5, 6, 7).nextLong());
    }

    @Test
    void aNewSourceStandsAtTheFirstKey() {
        KeyedSource source = new KeyedSource(42, 1, PATH);
        long first = source.nextLong();
        assertThat(source.at(0, 0, 0).nextLong()).isEqualTo(first);
    }

    @Test
    void pathsAreHashedAsFnvDoes() {
        assertThat(KeyedSource.path("")).isEqualTo(0xCBF29CE484222325L);
        assertThat(KeyedSource.path("a")).isEqualTo(0xAF63DC4C8601EC8CL);
        assertThat(KeyedSource.path("foobar")).isEqualTo(0x85944171F73967E8L);
    }

    @Test
    void openDoublesAreNeverZeroOrOne() {
        KeyedSource source = TestSeed.source("open");
        for (int i = 0; i < 100_000; i++) {
            assertThat(source.nextOpenDouble()).isStrictlyBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void aNeighbouringKeyIsNotCorrelated(Word word) {
        int pairs = 40_000;
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            double here = centred(word.draw(TestSeed.value(), i % 200, i / 200, 0));
            double neighbour = centred(word.draw(TestSeed.value(), i % 200, i / 200, 1));
            sum += here * neighbour;
        }
        double correlation = 12 * sum / pairs;
        assertThat(Math.abs(correlation) * Math.sqrt(pairs)).isLessThan(SIGMAS);
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void oneBitOfTheKeyFlipsHalfOfTheBitsOfTheDraw(Word word) {
        int pairs = 20_000;
        long flipped = 0;
        for (int i = 0; i < pairs; i++) {
            long bit = 1L << (i % 31);
            flipped += Long.bitCount(word.draw(1, i, 0, 0) ^ word.draw(1, i, 0, bit));
        }
        assertThat(Math.abs(flipped - 32.0 * pairs) / Math.sqrt(16.0 * pairs)).isLessThan(SIGMAS);
    }

    @Test
    void successiveDrawsOfOneKeyAreNotCorrelated() {
        KeyedSource source = TestSeed.source("successive");
        int pairs = 200_000;
        double sum = 0;
        double before = centred(source.nextLong());
        for (int i = 0; i < pairs; i++) {
            double now = centred(source.nextLong());
            sum += before * now;
            before = now;
        }
        assertThat(Math.abs(12 * sum / pairs) * Math.sqrt(pairs)).isLessThan(SIGMAS);
    }

    @Test
    void everyByteOfFirstDrawsIsUniform() {
        KeyedSource source = TestSeed.source("uniform");
        int[][] counts = new int[8][256];
        int draws = 256 * 1000;
        for (int i = 0; i < draws; i++) {
            long bits = source.at(i % 500, i / 500, 0).nextLong();
            for (int octet = 0; octet < 8; octet++) {
                counts[octet][(int) (bits >>> (8 * octet)) & 255]++;
            }
        }
        for (int[] count : counts) {
            assertThat(chiSquare(count, draws / 256.0)).isBetween(255 - 6 * 22.6, 255 + 8 * 22.6);
        }
    }

    @Test
    void keysDoNotShareDraws() {
        KeyedSource source = TestSeed.source("distinct");
        long[] draws = new long[200_000];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = source.at(i % 20, i / 20 / 5, i / 20 % 5).nextLong();
        }
        assertThat(Arrays.stream(draws).distinct().count()).isEqualTo(draws.length);
    }

    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static double centred(long bits) {
        return (bits >>> 11) * 0x1.0p-53 - 0.5;
    }

    private static List<Key> keys(int clients, int requests, int steps) {
        List<Key> keys = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            for (int request = 0; request < requests; request++) {
                for (int step = 0; step < steps; step++) {
                    keys.add(new Key(client, request, step));
                }
            }
        }
        return keys;
    }

    private static Map<Key, long[]> draws(List<Key> keys) {
        KeyedSource source = new KeyedSource(TestSeed.value(), 2, PATH);
        Map<Key, long[]> draws = new HashMap<>();
        for (Key key : keys) {
            source.at(key.client(), key.request(), key.step());
            draws.put(key, new long[] {source.nextLong(), source.nextLong(), source.nextLong()});
        }
        return draws;
    }
}
