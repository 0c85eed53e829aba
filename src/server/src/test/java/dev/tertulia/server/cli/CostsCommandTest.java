package dev.tertulia.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.costs.Charge;
import dev.tertulia.costs.Delivery;
import dev.tertulia.costs.Item;
import dev.tertulia.costs.Sum;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code costs} prints the costs of the stored deliveries. */
class CostsCommandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final CommandBench bench = new CommandBench();
    private int deliveries;

    private void book(int daysAgo, String group, String template, Sum cost) {
        bench.stores.ledger().book(new Delivery(List.of("key" + deliveries++), TODAY.minusDays(daysAgo),
                new Item(group, template, "group_utility", Charge.CHARGED), cost), TODAY, 90);
    }

    @Test
    void addsUpByDayGroupAndTemplate(@TempDir Path folder) throws IOException {
        Path card = Files.writeString(folder.resolve("rates.csv"), "49,group_utility,0.05,EUR\n");
        bench.with("tertulia.costs.rate-card", card.toString());
        book(0, "G1", "welcome", new Sum(1, 50_000, 0));
        book(0, "G2", "welcome", new Sum(1, 70_000, 0));
        book(6, "G1", "", new Sum(1, 0, 1));
        book(7, "G3", "long ago", new Sum(1, 50_000, 0));

        assertThat(bench.run("costs")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number,
                "  by day                                   deliveries  EUR",
                "  2026-03-02                                        2  0.120000",
                "  2026-02-24                                        1  0.000000, and 1 charged at an unknown rate",
                "  by group                                 deliveries  EUR",
                "  G2                                                1  0.070000",
                "  G1                                                2  0.050000, and 1 charged at an unknown rate",
                "  by template                              deliveries  EUR",
                "  welcome                                           2  0.120000",
                "  free-form                                         1  0.000000, and 1 charged at an unknown rate");
    }

    @Test
    void printsJson(@TempDir Path folder) throws IOException {
        Path card = Files.writeString(folder.resolve("rates.csv"), "49,group_utility,0.05,EUR\n");
        bench.with("tertulia.costs.rate-card", card.toString());
        book(0, "G1", "welcome\u202e", new Sum(1, 50_000, 0));
        book(1, "G2", "", new Sum(1, 0, 1));

        assertThat(bench.run("costs", "--json")).isZero();

        String free = "{\"name\":\"%s\",\"deliveries\":1,\"cost\":0.000000,\"unpriced\":1}";
        String priced = "{\"name\":\"%s\",\"deliveries\":1,\"cost\":0.050000,\"unpriced\":0}";
        assertThat(bench.answer()).containsExactly("[{\"number\":\"" + bench.number
                + "\",\"days\":7,\"currency\":\"EUR\",\"byDay\":[" + priced.formatted("2026-03-02") + ","
                + free.formatted("2026-03-01") + "],\"byGroup\":[" + priced.formatted("G1") + ","
                + free.formatted("G2") + "],\"byTemplate\":[" + priced.formatted("welcome\\u202E") + ","
                + free.formatted("") + "]}]");
    }

    @Test
    void countsWhereThereIsNoRateCard() {
        book(0, "G1", "welcome", new Sum(1, 0, 1));

        bench.run("costs", "1");

        assertThat(bench.answer()).contains("  by group                                 deliveries  no rate card",
                "  G1                                                1  -, and 1 charged at an unknown rate");
    }

    /** Ids of groups are as long as this one. */
    @Test
    void alignsTheColumnsOfLongNames() {
        String group = "Y2FwaV9ncm91cDoxNTU1MDc4Mzg4MToxMjAzNjMwNTc3MjMzNDk1MzcZD";
        book(0, group, "welcome", new Sum(1, 0, 0));
        book(0, "G2", "welcome", new Sum(1, 0, 0));

        bench.run("costs", "1");

        assertThat(bench.answer()).contains("  by group" + " ".repeat(50) + "deliveries  no rate card",
                "  " + group + "          1  -", "  G2" + " ".repeat(65) + "1  -");
    }

    @Test
    void showsWhatATerminalWouldObey() {
        book(0, "G\u001b[2J", "wel\u202ecome\n", new Sum(1, 0, 0));

        bench.run("costs", "1");

        assertThat(bench.answer()).contains("  G\\u001b[2J                                        1  -",
                "  wel\\u202ecome\\u000a                               1  -");
    }

    @Test
    void saysThatThereIsNothing() {
        bench.run("costs");

        assertThat(bench.answer()).containsOnlyOnce(bench.number).filteredOn("  none"::equals).hasSize(3);
    }

    @Test
    void leavesTheCheapestOut() {
        for (int i = 0; i < 25; i++) {
            book(0, "G%02d".formatted(i), "welcome", new Sum(1, 1_000 * (25 - i), 0));
        }

        bench.run("costs");

        assertThat(bench.answer()).containsSubsequence(
                "  G00                                               1  -",
                "  G19                                               1  -", "  … and 5 more",
                "  by template                              deliveries  no rate card");
        assertThat(bench.answer()).noneMatch(line -> line.startsWith("  G20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91"})
    void showsOnlyDaysThatAreKept(String days) {
        assertThat(bench.run("costs", days)).isEqualTo(2);

        assertThat(bench.complaint()).containsExactly(
                days + " days cannot be shown; write a number from 1 to 90, the number of days that are kept",
                "Try --help.");
    }

    private void service(Charge charge, int deliveries) {
        bench.stores.ledger().book(new Delivery(List.of("key" + this.deliveries++), TODAY,
                new Item("G1", "", "group_service", charge), new Sum(deliveries, 0, 0)), TODAY, 90);
    }

    @Test
    void showsTheFreeTierOfTheMonth() {
        bench.with("tertulia.costs.free-tier-from", "2026-03-01");
        service(Charge.FREE_TIER, 990);
        service(Charge.FREE_TIER, 10);
        service(Charge.CHARGED, 6);
        service(Charge.EXEMPT, 8);

        bench.run("costs");

        assertThat(bench.answer()).endsWith("  free-form in 2026-03                     deliveries",
                "  used (free_customer_service)                   1000  of 1000 a month",
                "  charged (regular)                                 6");
        assertThat(bench.complaint()).isEmpty();
    }

    @Test
    void warnsOfAnOldRateCard(@TempDir Path folder) throws IOException {
        Path card = Files.writeString(folder.resolve("rates.csv"),
                "# valid from 2025-10-01\n49,group_utility,0.05,EUR\n");
        bench.with("tertulia.costs.rate-card", card.toString());

        assertThat(bench.run("costs")).isZero();

        assertThat(bench.complaint())
                .containsExactly("warning: the rate card is of 2025-10-01, and WhatsApp's prices may"
                        + " have changed on 2026-01-01: compare them, and write '# valid from 2026-01-01' into the card");
    }
}
