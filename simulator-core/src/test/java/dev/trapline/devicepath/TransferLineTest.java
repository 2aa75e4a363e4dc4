package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransferLineTest {
    private final TransferLine line = new TransferLine();

    @Test
    void theFirstThatCameIsTheFirstToGo() {
        Transfer one = transfer();
        Transfer other = transfer();
        line.add(one);
        line.add(other);
        assertThat(line.size()).isEqualTo(2);
        assertThat(line.first()).isSameAs(one);
        assertThat(line.removeFirst()).isSameAs(one);
        line.add(one);
        assertThat(line.removeFirst()).isSameAs(other);
        assertThat(line.removeFirst()).isSameAs(one);
        assertThat(line.isEmpty()).isTrue();
        assertThat(line.first()).isNull();
    }

    @Test
    void refusesOneThatStandsInItAlready() {
        Transfer one = transfer();
        Transfer last = transfer();
        line.add(one);
        line.add(last);
        assertThatThrownBy(() -> line.add(one)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> line.add(last)).isInstanceOf(IllegalStateException.class);
    }

    private static Transfer transfer() {
        return Transfer.packet(1_000, null, (done, by) -> {});
    }
}
