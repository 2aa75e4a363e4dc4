package dev.trapline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void aPlaceAndMechanismKeepTheirNumber() {
        Slots slots = new Slots();
        int copy = slots.service(Place.GUEST_KERNEL, "copy");
        int queue = slots.waiting(Place.GUEST_KERNEL, "copy");
        assertThat(slots.service(Place.GUEST_KERNEL, "copy")).isEqualTo(copy).isNotEqualTo(queue);
        assertThat(slots.size()).isEqualTo(2);
    }

    @Test
    void moreThanLedgersHoldIsSaidInWords() {
        Slots slots = new Slots();
        for (int i = 0; i < CycleLedger.CAPACITY; i++) {
            slots.service(Place.GUEST_USER, "mechanism " + i);
        }
        assertThat(slots.service(Place.GUEST_USER, "mechanism 0")).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slots.service(Place.GUEST_USER, "one more"))
                .withMessageContaining("more than " + CycleLedger.CAPACITY + " places and mechanisms");
    }

    @Test
    void equalPricesAreOneObject() {
        Slots slots = new Slots();
        Price first = slots.common(price(7));
        assertThat(slots.common(price(7))).isSameAs(first);
        assertThat(slots.common(price(8))).isNotSameAs(first);
    }

    private static Price price(long milliCycles) {
        return Price.of(List.of(new Price.Item(1, milliCycles, 2)));
    }
}
