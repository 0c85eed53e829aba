package dev.tertulia.server.settings;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberIdsTest {

    @Test
    void listsAll() {
        assertThat(NumberIds.listed(List.of("1001", "1002"))).isEqualTo("1001, 1002");
    }

    @Test
    void listsTheFirstOfThousands() {
        List<String> ids = IntStream.range(1_000, 4_000).mapToObj(Integer::toString).toList();

        assertThat(NumberIds.listed(ids)).startsWith("1000, 1001, ").endsWith(", 1019 and 2980 more");
    }
}
