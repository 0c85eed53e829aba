package dev.tertulia.server;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.settings.BadSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The login of the console, and the processes that have one. */
class ConsoleLoginTest {

    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void withoutAPasswordThereIsNoConsole() {
        try (LiveServer server = new LiveServer(Map.of()); ConsoleVisitor visitor = new ConsoleVisitor(server.url())) {
            assertThat(visitor.get("/console").statusCode()).isEqualTo(404);
            assertThat(visitor.get("/console/login").statusCode()).isEqualTo(404);
            assertThat(visitor.post("/console/login", Map.of("password", "")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theDemoIsOpenOnThisMachine() {
        try (Application demo = Application.start(Map.of("tertulia.port", 0));
                ConsoleVisitor visitor = new ConsoleVisitor(demo.url());
                RawConnection outsider = new RawConnection(demo.url())) {
            assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
            assertThat(visitor.post("/console/deliveries/act", Map.of("action", "retry")).statusCode()).isEqualTo(303);
            assertThat(outsider.write("GET /console HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.7\r\n"
                    + "Connection: close\r\n\r\n").rest()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void theDemoWithAPasswordAsksForIt() {
        try (Application demo = Application.start(Map.of("tertulia.port", 0, "tertulia.console.password", PASSWORD));
                ConsoleVisitor visitor = new ConsoleVisitor(demo.url())) {
            assertThat(visitor.get("/console").statusCode()).isEqualTo(303);
            assertThat(visitor.login(PASSWORD).statusCode()).isEqualTo(303);
            assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void replicasAgreeAndAnotherPasswordEndsAllLogins() {
        try (LiveServer one = server(PASSWORD);
                LiveServer two = server(PASSWORD);
                LiveServer other = server("changed");
                ConsoleVisitor visitor = new ConsoleVisitor(one.url());
                ConsoleVisitor atTwo = new ConsoleVisitor(two.url());
                ConsoleVisitor atOther = new ConsoleVisitor(other.url())) {
            visitor.login(PASSWORD);
            atTwo.cookie(visitor.cookie());
            atOther.cookie(visitor.cookie());

            assertThat(atTwo.get("/console").statusCode()).isEqualTo(200);
            assertThat(atOther.get("/console").statusCode()).isEqualTo(303);
        }
    }

    private static LiveServer server(String password) {
        return new LiveServer(Map.of("tertulia.console.password", password, "whatsapp.phone-number-id",
                Delivery.NUMBER));
    }

    @Test
    void wrongPasswordsAreRefusedAndThenThrottled() {
        try (LiveServer server = server(PASSWORD); ConsoleVisitor visitor = new ConsoleVisitor(server.url())) {
            visitor.get("/console/login");
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> answer = visitor.post("/console/login", Map.of("password", "no", "name", "Ana"));
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.body()).contains("The password is wrong.", "value=\"Ana\"")
                        .doesNotContain("Set-Cookie");
            }

            HttpResponse<String> last = visitor.post("/console/login", Map.of("password", PASSWORD));

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.body()).contains("There were too many attempts.");
        }
    }

    @Test
    void aReaderNeedsAModerator() {
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> new LiveServer(Map.of("tertulia.console.reader-password", PASSWORD)).close())
                .withMessage("TERTULIA_CONSOLE_READER_PASSWORD (tertulia.console.reader-password) is set, but"
                        + " TERTULIA_CONSOLE_PASSWORD (tertulia.console.password) is not; set both, or neither for a"
                        + " process without a console.");
    }
}
