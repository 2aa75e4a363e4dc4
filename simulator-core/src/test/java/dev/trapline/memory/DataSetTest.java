package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 13, 100, 4096, 24576, 65537})
    void everyPageHasOneRank(int pages) {
        DataSet data = new DataSet(1000, pages, DataSet.Kind.FILE, true, null);
        BitSet seen = new BitSet();
        for (int rank = 0; rank < pages; rank++) {
            int page = data.pageOfRank(rank);
            assertThat(data.has(page)).isTrue();
            seen.set(page);
        }
        assertThat(seen.cardinality()).isEqualTo(pages);
        assertThat(data.has(999)).isFalse();
        assertThat(data.has(1000 + pages)).isFalse();
    }
}
