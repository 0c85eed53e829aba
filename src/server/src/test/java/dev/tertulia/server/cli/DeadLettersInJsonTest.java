package dev.tertulia.server.cli;

import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetterKind;

import static dev.tertulia.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The command dead-letters for programs: one line of JSON. */
class DeadLettersInJsonTest extends DeadLettersBench {

    @Test
    void countsInJson() {
        deadEvent();

        assertThat(bench.run("dead-letters", "--json")).isZero();

        assertThat(bench.answer()).containsExactly("[{\"number\":\"" + bench.number
                + "\",\"counts\":{\"DEAD_EVENT\":1,\"DEAD_SEND\":0,\"HELD\":0,\"UNKNOWN\":0,\"PARKED\":0,"
                + "\"QUARANTINED\":0}}]");
    }

    @Test
    void listsInJsonWithoutWhatPeopleWrote() {
        deadEvent();

        assertThat(bench.run("dead-letters", "dead", "--json")).isZero();

        assertThat(bench.answer()).containsExactly("[{\"number\":\"" + bench.number + "\",\"letters\":[{\"id\":\""
                + id(DeadLetterKind.DEAD_EVENT) + "\",\"kind\":\"DEAD_EVENT\",\"group\":\"g\","
                + "\"since\":\"2026-03-02T09:00:00Z\",\"cause\":\"TeaBot failed\"}],\"more\":[]}]");
    }

    @Test
    void pagesInJson() {
        for (int i = 0; i < 21; i++) {
            bench.stores.inbox().quarantine("{", "part " + i, NOW);
        }
        String last = bench.stores.deadLetters().queue(DeadLetterKind.QUARANTINED).list(null, 20).getLast().id()
                .toString();

        bench.run("dead-letters", "quarantined", "--json");
        assertThat(bench.answer()).singleElement().asString().endsWith("\"more\":[\"" + last + "\"]}]");
        bench.run("dead-letters", "--from", last, "--json");
        assertThat(bench.answer()).singleElement().asString().contains("\"cause\":\"part 0\"")
                .endsWith("\"more\":[]}]");
    }

    @Test
    void showsAndRetriesInJson() {
        deadSend("1");
        String id = id(DeadLetterKind.DEAD_SEND);

        assertThat(bench.run("dead-letters", "show", id, "--json")).isZero();
        assertThat(bench.answer()).singleElement().asString().startsWith("{\"id\":\"" + id + "\"")
                .contains("\"content\":\"{\\\"id\\\":\\\"1\\\"");
        assertThat(bench.run("dead-letters", "retry", id, "--json")).isZero();
        assertThat(bench.answer()).containsExactly(
                "{\"id\":\"" + id + "\",\"done\":true,\"words\":\"it is the last in its group's queue\"}");
    }
}
