package dev.tertulia.server;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Operators look at what has left the normal flow, and retry or discard it. */
class ConsoleDeliveriesTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String PAGE = "/console/deliveries?kind=quarantined";

    private final LiveServer server = new LiveServer(Map.of("tertulia.console.password", PASSWORD));
    private final ConsoleVisitor visitor = new ConsoleVisitor(server.url());

    @BeforeEach
    void login() {
        visitor.login(PASSWORD);
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private void quarantine(int letters) {
        IntStream.range(0, letters).forEach(i -> server.meta().deliver("{ broken <b>" + i));
    }

    private DeadLetters letters() {
        return server.deadLetters();
    }

    private long left() {
        return letters().counts().get(DeadLetterKind.QUARANTINED);
    }

    private String firstId() {
        return letters().list(DeadLetterKind.QUARANTINED, null, 1).getFirst().id().toString();
    }

    private HttpResponse<String> act(String path, String action, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of("action", action, "kind", "quarantined", "at",
                "2999-01-01T00:00:00Z"));
        fields.putAll(more);
        return visitor.post("/console/deliveries/" + path, fields);
    }

    @Test
    void saysWhatToExpectWhereThereIsNothing() {
        assertThat(visitor.get(PAGE).body()).contains("There are none.").doesNotContain("Discard all");
    }

    @Test
    void showsALetterAsText() {
        quarantine(1);

        assertThat(visitor.get(PAGE).body()).contains("this is not JSON", firstId());
        assertThat(visitor.get("/console/deliveries/letters/" + firstId()).body()).contains("{ broken &lt;b&gt;0")
                .doesNotContain("<b>0");
    }

    @Test
    void leadsToThePagesOfALongList() {
        quarantine(60);

        String first = visitor.get(PAGE).body();
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");

        assertThat(first.split("name=\"id\"")).hasSize(51);
        assertThat(visitor.get(next).body().split("name=\"id\"")).hasSize(11);
    }

    @Test
    void discardsOne() {
        quarantine(2);
        visitor.get(PAGE);

        assertThat(act("act", "discard", Map.of("id", firstId())).statusCode()).isEqualTo(303);

        assertThat(left()).isEqualTo(1);
    }

    @Test
    void saysWhatWasNotRetriedAndWhy() {
        quarantine(2);
        visitor.get(PAGE);

        act("act-on-all", "retry", Map.of());

        assertThat(visitor.get(PAGE).body()).contains("0 were retried. 2 were not, because"
                + " (2: it stays, because it still cannot be read: this is not JSON)");
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void manyNeedTheirNumberTyped() {
        quarantine(21);
        visitor.get(PAGE);

        act("act-on-all", "discard", Map.of("typed", "12"));
        assertThat(visitor.get(PAGE).body()).contains("Nothing was done: type 21 to confirm.");
        assertThat(left()).isEqualTo(21);

        act("act-on-all", "discard", Map.of("typed", "21"));
        assertThat(visitor.get(PAGE).body()).contains("21 were discarded.");
        assertThat(left()).isZero();
    }

    @Test
    void allThatMatchAreThoseOfTheSearch() {
        quarantine(3);
        visitor.get(PAGE);

        act("act-on-all", "discard", Map.of("q", firstId()));

        assertThat(left()).isEqualTo(2);
    }

    @Test
    void whatCameLaterIsLeftAlone() {
        quarantine(3);
        visitor.get(PAGE);

        act("act-on-all", "discard", Map.of("at", "2020-01-01T00:00:00Z"));

        assertThat(left()).isEqualTo(3);
    }

    @Test
    void savesTheList() {
        quarantine(2);

        HttpResponse<String> csv = visitor.get(PAGE + "&format=csv");

        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"deliveries.csv\"");
        assertThat(csv.body().lines()).hasSize(3).first().isEqualTo("id,group,since,cause,code,advice,expires");
        assertThat(visitor.get(PAGE + "&format=json").body()).startsWith("[{\"id\":\"raw:");
    }

    @Test
    void theOverviewShowsThem() {
        quarantine(2);

        await().untilAsserted(
                () -> assertThat(visitor.get("/console").body()).contains("2 parts of deliveries could not be read."));
    }
}
