package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One person is found over all groups. */
class ConsolePeopleTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String PHONE = "16505551234";
    private static final String PATH = "/console/people";

    @TempDir
    private Path folder;

    private LiveServer server;
    private ConsoleVisitor visitor;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(folder.resolve("moderation.yml"), """
                policies:
                  - name: p
                    groups: { all: true }
                    rules: [ { name: words, mode: enforce, when: { words: [casino] }, then: [ { strike: 2 } ] } ]
                """);
        server = new LiveServer(Map.of("tertulia.console.password", PASSWORD, "tertulia.moderation", file.toString()));
        visitor = new ConsoleVisitor(server.url());
        visitor.login(PASSWORD);
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private void says(String group, String words) {
        server.meta().deliver(Delivery
                .ofMessages(List.of(Delivery.message(group, "wamid.in-" + group, words, Instant.now()))));
    }

    @Test
    void saysWhomOneCanLookFor() {
        assertThat(visitor.get(PATH).body()).contains("Look for a person by name");
        assertThat(visitor.get(PATH + "?q=%3Cb%3E").body()).contains("Nobody is known as “&lt;b&gt;”.")
                .doesNotContain("“<b>");
    }

    @Test
    void showsAPersonOverAllGroups() {
        says("group-1", "casino");
        says("group-2", "hello");
        server.meta().deliver(Delivery.ofMessages(List.of(Delivery.privateMessage(PHONE, "wamid.private", "hello"))));

        await().untilAsserted(() -> assertThat(visitor.get(PATH + "?q=%2B1+650+555+1234").body()).contains(PHONE,
                "group-1", "group-2", "p: 2", "<mark>casino</mark>", "window open until"));
        assertThat(visitor.get(PATH + "?q=" + PHONE + "&format=json").body())
                .contains("\"id\":\"" + PHONE + "\"", "\"strikes\":2", "\"cases\":1");
    }

    @Test
    void findsAPersonWithoutCases() {
        says("group-3", "hello");

        await().untilAsserted(
                () -> assertThat(visitor.get(PATH + "?q=" + PHONE).body()).contains("group-3", "never written"));
    }
}
