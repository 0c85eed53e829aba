package dev.tertulia.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A process that cannot listen prints why, and leaves nothing running. */
class StartFailureTest {

    private static final String WHERE = " set another one with TERTULIA_PORT (tertulia.port) or TERTULIA_HOST"
            + " (tertulia.host)";

    private static String sentence(Map<String, Object> properties) {
        return StartFailure.sentence(catchThrowable(() -> Application.start(properties)));
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(sentence(Map.of("tertulia.port", taken.getLocalPort(), "tertulia.host", "127.0.0.1"))).isEqualTo(
                    "Tertulia cannot start: its port is in use by another program; stop that program, or" + WHERE);
        }
    }

    @Test
    void anAddressOfAnotherMachine() {
        assertThat(sentence(Map.of("tertulia.port", 0, "tertulia.host", "192.0.2.1", "tertulia.demo.access", "open")))
                .isEqualTo(
                        "Tertulia cannot start: it cannot listen at the configured address (BindException);" + WHERE);
    }
}
