package dev.trapline.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockTest {
    private final List<String> spent = new ArrayList<>();
    private final Block block = new Block();

    @Test
    void itHandsOverEachPartOnceHoweverItIsCut() {
        block.add(1, 5);
        block.add(2, 3);
        block.add(1, 4);
        block.advance(2, this::note);
        block.advance(0, this::note);
        block.advance(7, this::note);
        block.advance(3, this::note);
        assertThat(spent).containsExactly("1 for 2", "1 for 3", "2 for 3", "1 for 1", "1 for 3");
        assertThat(block.remaining()).isZero();
        assertThat(block.total()).isEqualTo(12);
    }

    @Test
    void theCursorStandsOnThePartThatComesNext() {
        block.add(1, 5);
        block.add(2, 3);
        assertThat(block.slotAtCursor()).isEqualTo(1);
        block.advance(5, this::note);
        assertThat(block.slotAtCursor()).isEqualTo(2);
        block.advance(3, this::note);
        assertThat(block.slotAtCursor()).as("the last if all is done").isEqualTo(2);
    }

    @Test
    void partsThatTakeNoTimeAreNone() {
        block.add(1, 0);
        assertThat(block.isEmpty()).isTrue();
        assertThat(block.total()).isZero();
    }

    @Test
    void clearedItIsAsNew() {
        block.add(1, 5);
        block.advance(3, this::note);
        block.clear();
        assertThat(block.isEmpty()).isTrue();
        assertThat(block.remaining()).isZero();
        block.add(2, 1);
        block.advance(1, this::note);
        assertThat(spent).containsExactly("1 for 3", "2 for 1");
    }

    @Test
    void manyPartsCutAtRandomAddUp() {
        SplittableRandom random = new SplittableRandom(1);
        long[] asked = new long[10];
        for (int i = 0; i < 1000; i++) {
            int slot = random.nextInt(10);
            long picos = random.nextLong(50);
            asked[slot] += picos;
            block.add(slot, picos);
        }
        long[] got = new long[10];
        while (block.remaining() > 0) {
            block.advance(Math.min(block.remaining(), random.nextLong(200)), (slot, picos, occurrences) -> got[slot] += picos);
        }
        assertThat(got).containsExactly(asked);
    }

    @Test
    void eachPartKnowsTheWorldItIsDoneIn() {
        block.add(1, 5);
        block.leadsToHostWorld(true);
        block.add(2, 5);
        assertThat(block.isInHostWorldAtCursor()).isFalse();
        block.advance(5, this::note);
        assertThat(block.isInHostWorldAtCursor()).isTrue();
        block.leadsToHostWorld(false);
        block.advance(5, this::note);
        assertThat(block.isInHostWorldAtCursor()).as("where it leads to if all is done").isFalse();
    }

    @Test
    void occurrencesCountOnceWithTheEndOfTheirPart() {
        block.add(1, 5, 3);
        block.add(2, 2, 0);
        block.advance(4, this::note);
        block.advance(3, this::note);
        assertThat(spent).containsExactly("1 for 4", "3 x 1 for 1", "2 for 2");
    }

    private void note(int slot, long picos, int occurrences) {
        spent.add((occurrences == 0 ? "" : occurrences + " x ") + slot + " for " + picos);
    }
}
