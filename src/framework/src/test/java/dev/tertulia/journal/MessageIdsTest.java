package dev.tertulia.journal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageIdsTest {

    private static final String ONE = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAEhgWM0VCMEExQjJDM0Q0RTVGNjA3MTgyORwYCzE2NTA1NTUxMjM0FQIAAA==";
    private static final String OTHER = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAEhgWM0VCMEExQjJDM0Q0RTVGNjA3MTgyQRwYCzE2NTA1NTUxMjM0FQIAAA==";

    @Test
    void messagesOfOnePersonAreToldApartWithoutTheirNumber() {
        String digested = MessageIds.digested("message:" + ONE + ", once");

        assertThat(digested).matches("message:wamid#[a-p]{10}, once").isEqualTo(MessageIds.digested(digested));
        assertThat(LogText.shorten(digested)).isEqualTo(digested);
        assertThat(MessageIds.digested("message:" + OTHER + ", once")).isNotEqualTo(digested);
    }

    @Test
    void anythingElseStays() {
        assertThat(MessageIds.digested("wamid.1 of G")).isEqualTo("wamid.1 of G");
    }
}
